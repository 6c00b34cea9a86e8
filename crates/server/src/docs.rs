//! The page that shows the OpenAPI document: plain HTML made once, without a script.

use crate::problem::Code;
use report::plain::escaped;
use serde_json::Value;
use std::fmt::Write;
use utoipa::openapi::OpenApi;

/// Styles by the system's own colours, so that light and dark need no more.
const STYLE: &str = "body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color-scheme:light dark}\
h2{margin-top:2.5rem}h3 code{overflow-wrap:anywhere}table{border-collapse:collapse;width:100%}\
th,td{text-align:start;vertical-align:top;padding:.3rem .6rem .3rem 0;border-block-end:1px solid GrayText}\
pre{overflow-x:auto;padding:.6rem;border:1px solid GrayText}code{font-size:.95em}a{padding-block:.3rem}";

/// The page.
pub fn page(document: &OpenApi) -> String {
    let document = serde_json::to_value(document).unwrap_or_default();
    let text = |value: &Value| escaped(value.as_str().unwrap_or_default());
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>API · Bazhu 八柱</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n\
         <h1>API of Bazhu 八柱</h1>\n<p>{}</p>\n\
         <p>The same as an OpenAPI document: <a href=\"/api/openapi.json\">/api/openapi.json</a></p>\n",
        text(
            document
                .pointer("/info/description")
                .unwrap_or(&Value::Null)
        )
    );
    let empty = serde_json::Map::new();
    let object = |value: &Value| value.as_object().unwrap_or(&empty).clone();
    for tag in document
        .get("tags")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        let name = tag.get("name").and_then(Value::as_str).unwrap_or_default();
        let about = tag.get("description").map(text).unwrap_or_default();
        writeln!(page, "<h2 id=\"tag-{name}\">{about}</h2>").ok();
        for (path, item) in object(document.get("paths").unwrap_or(&Value::Null)) {
            for (method, operation) in object(&item) {
                let tagged = operation.pointer("/tags/0").and_then(Value::as_str);
                if tagged == Some(name) {
                    operation_told(&mut page, &path, &method, &operation);
                }
            }
        }
    }
    page.push_str("<h2 id=\"types\">Types</h2>\n");
    for (name, schema) in object(
        document
            .pointer("/components/schemas")
            .unwrap_or(&Value::Null),
    ) {
        let schema = serde_json::to_string_pretty(&schema).unwrap_or_default();
        let name = escaped(&name);
        writeln!(
            page,
            "<h3 id=\"type-{name}\"><code>{name}</code></h3>\n<pre tabindex=\"0\">{}</pre>",
            escaped(&schema)
        )
        .ok();
    }
    page.push_str("<h2 id=\"problems\">Problems</h2>\n<table>\n<thead><tr><th>Type</th><th>Status</th><th>What it means</th><th lang=\"zh-Hans\">说明</th></tr></thead>\n<tbody>\n");
    for code in Code::ALL {
        let (name, status, [zh, en], [zh_advice, en_advice]) = code.told();
        writeln!(
            page,
            "<tr id=\"{name}\"><td><code>{name}</code></td><td>{}</td><td>{en}. {en_advice}</td><td lang=\"zh-Hans\">{zh}。{zh_advice}</td></tr>",
            status.as_u16()
        )
        .ok();
    }
    page.push_str("</tbody>\n</table>\n</main>\n</body>\n</html>\n");
    page
}

fn operation_told(page: &mut String, path: &str, method: &str, operation: &Value) {
    let text = |name: &str| {
        escaped(
            operation
                .get(name)
                .and_then(Value::as_str)
                .unwrap_or_default(),
        )
    };
    let method = method.to_uppercase();
    let id = text("operationId");
    writeln!(
        page,
        "<h3 id=\"{id}\"><code>{method} {}</code></h3>\n<p>{}</p>\n<p>{}</p>",
        escaped(path),
        text("summary"),
        text("description")
    )
    .ok();
    let parameters = operation.get("parameters").and_then(Value::as_array);
    if let Some(parameters) = parameters {
        page.push_str("<table>\n<thead><tr><th>Parameter</th><th>Where</th><th>What</th></tr></thead>\n<tbody>\n");
        for parameter in parameters {
            let of = |name: &str| {
                escaped(
                    parameter
                        .get(name)
                        .and_then(Value::as_str)
                        .unwrap_or_default(),
                )
            };
            writeln!(
                page,
                "<tr><td><code>{}</code></td><td>{}</td><td>{}</td></tr>",
                of("name"),
                of("in"),
                of("description")
            )
            .ok();
        }
        page.push_str("</tbody>\n</table>\n");
    }
    let body = operation.pointer("/requestBody/content/application~1json/schema/$ref");
    if let Some(body) = body.and_then(Value::as_str) {
        writeln!(page, "<p>Body: {}</p>", linked(body)).ok();
    }
    page.push_str("<table>\n<thead><tr><th>Answer</th><th>What</th></tr></thead>\n<tbody>\n");
    for (status, response) in operation
        .get("responses")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        let about = escaped(
            response
                .get("description")
                .and_then(Value::as_str)
                .unwrap_or_default(),
        );
        let content = response.get("content").and_then(Value::as_object);
        let kind = content.and_then(|it| it.values().next()?.pointer("/schema/$ref")?.as_str());
        let kind = kind.map(linked).unwrap_or_default();
        writeln!(page, "<tr><td>{status}</td><td>{about} {kind}</td></tr>").ok();
    }
    page.push_str("</tbody>\n</table>\n");
}

fn linked(reference: &str) -> String {
    let name = escaped(reference.rsplit('/').next().unwrap_or_default());
    format!("<a href=\"#type-{name}\"><code>{name}</code></a>")
}
