//! The table of the API's addresses, and the OpenAPI document that follows from it.

use crate::app::App;
use crate::endpoints::{
    audit, courses, current, enquiries, evaluate, events, feedback, health, inbox, opinions,
    releases, stats,
};
use crate::problem::{Code, Problem};
use axum::Router;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::get;
use std::sync::Arc;
use tower_http::catch_panic::CatchPanicLayer;
use utoipa::OpenApi;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouterExt};
use utoipa_axum::routes;

/// Bytes of an ordinary body.
const BODY: usize = 64 << 10;
/// Bytes of a batch to be evaluated.
const BATCH: usize = 4 << 20;
/// Bytes of a pack's source files.
const PACK: usize = 64 << 20;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Bazhu 八柱",
        description = "Policy packs, courses, evaluation and enquiries. Errors are problem \
            documents (RFC 9457) in Chinese or English, as Accept-Language asks. Names and phone \
            numbers are kept encrypted and for a set time; what is evaluated is not kept at all.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
    ),
    components(schemas(api::Problem)),
    tags(
        (name = "packs", description = "The rules in force"),
        (name = "courses", description = "Search"),
        (name = "evaluate", description = "What people may claim"),
        (name = "enquiries", description = "A place on a course, or a call back"),
        (name = "feedback", description = "Was it right?"),
        (name = "counters", description = "How often something happens; nobody is identified"),
        (name = "health", description = "For balancers and monitoring"),
        (name = "operator", description = "Behind the operator's token"),
    ),
)]
struct Description;

fn table() -> OpenApiRouter<Arc<App>> {
    let limit = DefaultBodyLimit::max;
    // Anybody.
    OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(current::current_pack))
        .routes(routes!(current::pack_file))
        .routes(routes!(courses::search_courses))
        .routes(routes!(evaluate::evaluate).layer(limit(BATCH)))
        .routes(routes!(enquiries::send_enquiry, inbox::list_enquiries))
        .routes(routes!(
            enquiries::read_enquiry,
            enquiries::delete_enquiry,
            inbox::change_enquiry
        ))
        .routes(routes!(feedback::send_feedback, opinions::list_feedback))
        .routes(routes!(events::send_events))
        .routes(routes!(stats::stats))
        // The operator.
        .routes(routes!(releases::list_releases, releases::publish_pack).layer(limit(PACK)))
        .routes(routes!(releases::roll_back))
        .routes(routes!(inbox::export_enquiries))
        .routes(routes!(audit::list_audit))
        // Machines.
        .routes(routes!(health::alive))
        .routes(routes!(health::ready))
        .routes(routes!(health::metrics))
}

/// The OpenAPI document.
pub fn document() -> utoipa::openapi::OpenApi {
    let mut document = table().into_openapi();
    document.info.version = env!("CARGO_PKG_VERSION").to_owned();
    let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
    let components = document.components.get_or_insert_default();
    components
        .security_schemes
        .insert("operator".to_owned(), SecurityScheme::Http(bearer).into());
    document
}

/// Everything that is no file of the site.
pub fn router(app: Arc<App>) -> Router {
    let (router, _) = table().split_for_parts();
    router
        .route("/api/openapi.json", get(health::description))
        .route("/api/docs", get(health::description_page))
        .fallback(async || Problem::of(Code::NotFound))
        .method_not_allowed_fallback(async || Problem::of(Code::MethodNotAllowed))
        .layer(DefaultBodyLimit::max(BODY))
        .layer(from_fn(name_route))
        .layer(CatchPanicLayer::custom(panicked))
        .with_state(app)
}

/// The pattern that a request's address fits, for the metrics.
#[derive(Clone)]
pub struct Named(pub MatchedPath);

async fn name_route(request: Request, next: Next) -> Response {
    let path = request.extensions().get::<MatchedPath>().cloned();
    let mut response = next.run(request).await;
    if let Some(path) = path {
        response.extensions_mut().insert(Named(path));
    }
    response
}

fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    axum::response::IntoResponse::into_response(Problem::internal("a handler panicked"))
}
