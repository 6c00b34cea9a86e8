//! `view!`: the syntax of Leptos's macro, for the app's own renderer (`src/ui`).
//!
//! Leptos builds one type per view; each costs its own code to build, update, hydrate and
//! drop. Ours writes the calls that make the elements, and the calls are shared by all views:
//! the same pages come to a third of the bytes (see docs/decisions).
//!
//! ```text
//! view! {
//!     <p class="help" aria-hidden=move || hidden.get().to_string()>
//!         {text} " · " <button on:click=move |_| close()>"×"</button>
//!     </p>
//! }
//! ```
//!
//! - text stands in quotes, any expression that is a view in braces; a closure is followed:
//!   what it shows is renewed when a signal that it reads changes;
//! - `name=expression`; `None` and `false` take the attribute away, a closure or signal is followed;
//! - `class:name=…` and `style:name=…` are followed too, `prop:value=…` sets a property;
//! - `<svg::a>` is SVG's element of that name, where a view begins with it;
//! - `on:event=handler`; with `on:input:target=handler` the event knows its field;
//! - `style="…"`, `onclick="…"` and `inner_html` are refused: the content security policy
//!   forbids the first two, and texts are never markup.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeElement};
use syn::spanned::Spanned;

/// The elements that are always SVG; what stands inside of one is SVG too.
const SVG: [&str; 9] = [
    "svg", "path", "rect", "line", "circle", "g", "text", "polyline", "polygon",
];

/// Elements from markup: gives a `crate::ui::View`.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    match rstml::parse(tokens) {
        Ok(nodes) => expand(&nodes).into(),
        Err(error) => error.to_compile_error().into(),
    }
}

fn expand(nodes: &[Node]) -> TokenStream {
    let parts = nodes.iter().filter_map(|node| child(node, false));
    quote! {{
        let mut __view = crate::ui::View::default();
        #(__view.push(#parts);)*
        __view
    }}
}

/// The expression of a node; `None` where it shows nothing.
fn child(node: &Node, in_svg: bool) -> Option<TokenStream> {
    match node {
        Node::Element(node) => Some(element(node, in_svg)),
        Node::Text(text) => {
            let value = &text.value;
            Some(quote!(#value))
        }
        Node::RawText(text) => {
            let value = text.to_string_best();
            Some(quote!(#value))
        }
        Node::Block(block) => Some(match block.try_block() {
            // `{expression}` without its braces, so that temporaries live long enough.
            Some(block) => match block.stmts.as_slice() {
                [syn::Stmt::Expr(expression, None)] => quote!(#expression),
                _ => quote!(#block),
            },
            None => quote!(#block),
        }),
        Node::Fragment(fragment) => Some(expand(&fragment.children)),
        Node::Comment(_) | Node::Doctype(_) | Node::Custom(_) => None,
    }
}

fn element(node: &NodeElement<rstml::Infallible>, in_svg: bool) -> TokenStream {
    let name = node.name().to_string();
    let (is_named_svg, name) = match name.strip_prefix("svg::") {
        Some(name) => (true, name),
        None => (false, name.as_str()),
    };
    let is_svg = in_svg || is_named_svg || SVG.contains(&name);
    let make = match is_svg {
        true => quote!(crate::ui::svg(#name)),
        false => quote!(crate::ui::html(#name)),
    };
    let attributes = node.attributes().iter().map(attribute);
    let children = node
        .children()
        .iter()
        .filter_map(|node| child(node, is_svg))
        .map(|part| quote_spanned!(part.span()=> __element.add(#part);));
    quote! {{
        let __element = #make;
        #(#attributes)*
        #(#children)*
        __element
    }}
}

fn attribute(attribute: &NodeAttribute) -> TokenStream {
    let NodeAttribute::Attribute(keyed) = attribute else {
        return refuse(
            attribute.span(),
            "attributes from a block are not supported",
        );
    };
    let name = keyed.key.to_string();
    let value = value_of(keyed);
    let span = keyed.span();
    match name.split(':').collect::<Vec<_>>().as_slice() {
        ["on", event] => {
            let kind = event_type(event);
            quote_spanned!(span=> __element.on::<#kind>(#event, #value);)
        }
        ["on", event, "target"] => quote_spanned!(span=> __element.on_field(#event, #value);),
        ["class", class] => quote_spanned!(span=> __element.class_if(#class, #value);),
        ["style", property] => quote_spanned!(span=> __element.style(#property, #value);),
        ["prop", property] => quote_spanned!(span=> __element.prop(#property, #value);),
        ["style"] => refuse(
            span,
            "use a class: the content security policy forbids `style`",
        ),
        ["inner_html"] => refuse(span, "texts are never markup"),
        [name] if name.starts_with("on") => refuse(span, "write `on:event=handler`"),
        [name] => match keyed.value_literal_string() {
            Some(text) => quote!(__element.set(#name, #text);),
            None => quote_spanned!(span=> __element.attr(#name, #value);),
        },
        _ => refuse(span, "no such attribute"),
    }
}

/// The attribute's expression; an attribute without one is the empty text.
fn value_of(keyed: &KeyedAttribute) -> TokenStream {
    match keyed.value() {
        Some(value) => quote!(#value),
        None => quote!(""),
    }
}

/// The type of an event, so that a handler's parameter needs none.
fn event_type(event: &str) -> TokenStream {
    match event {
        "click" | "pointerdown" | "dblclick" => quote!(::web_sys::MouseEvent),
        "submit" => quote!(::web_sys::SubmitEvent),
        "keydown" | "keyup" => quote!(::web_sys::KeyboardEvent),
        _ => quote!(::web_sys::Event),
    }
}

fn refuse(span: Span, message: &str) -> TokenStream {
    quote_spanned!(span=> compile_error!(#message);)
}
