//! What all requests share.

use crate::files::{Contents, Headers};
use crate::limits::Limits;
use crate::metrics::Metrics;
use crate::publish;
use crate::release::{Built, Live};
use crate::secrets::Keys;
use crate::settings::{SettingError, Settings};
use crate::store::Store;
use arc_swap::ArcSwap;
use axum::http::HeaderMap;
use bytes::Bytes;

/// What all requests share.
pub struct App {
    /// As the operator set it.
    pub settings: Settings,
    /// The site as the build made it.
    pub built: Built,
    /// The headers of the API's answers, unless one has its own.
    pub headers: HeaderMap,
    /// The keys of what is sealed.
    pub keys: Keys,
    /// What is kept.
    pub store: Store,
    /// The release in force.
    pub live: ArcSwap<Live>,
    /// Limits for each caller.
    pub limits: Limits,
    /// What is counted.
    pub metrics: Metrics,
    /// One pack is published at a time.
    pub publishing: tokio::sync::Mutex<()>,
    /// The OpenAPI document and the page that shows it.
    pub description: (Bytes, String),
}

impl App {
    /// Opens everything: the site, the key, the database, the release in force.
    ///
    /// # Errors
    ///
    /// The setting that stands in the way.
    pub async fn start(settings: Settings, contents: Contents) -> Result<Self, SettingError> {
        let site = |wrong: String| {
            SettingError::new(
                "BAZHU_SITE",
                format!("this is no built site: {wrong}"),
                "name the folder that `cargo xtask build` wrote",
            )
        };
        let headers = Headers {
            tls: settings.tls,
            frame_ancestors: settings.frame_ancestors.clone(),
        };
        let of_the_api = headers.of_the_api();
        let built = Built::of(contents, headers).map_err(site)?;
        let keys = Keys::open(&settings)?;
        let store = Store::open(&settings, &keys).await?;
        let live = publish::first(&store, &built).await.map_err(site)?;
        let document = crate::router::document();
        let json = serde_json::to_vec(&document).unwrap_or_default();
        Ok(Self {
            limits: Limits::new(settings.reads_per_minute, settings.writes_per_minute),
            metrics: Metrics::new(),
            live: ArcSwap::from_pointee(live),
            publishing: tokio::sync::Mutex::default(),
            description: (json.into(), crate::docs::page(&document)),
            settings,
            headers: of_the_api,
            built,
            keys,
            store,
        })
    }

    /// Takes what another instance put in force, if anything.
    ///
    /// # Errors
    ///
    /// Why it can't be taken.
    pub async fn follow(&self) -> Result<(), String> {
        publish::follow(self).await
    }
}
