//! Tasks for the second wasm module (src/worker.rs), which is loaded on first use.
//!
//! Page → worker `{id, kind, payload: string}`; worker → page `{id, payload: bytes}` or
//! `{id, error: string}`. The worker's first message is `{stamp}`: nothing is sent to a worker of
//! another build.

use std::{cell::RefCell, collections::HashMap, fmt, rc::Rc};

use js_sys::{Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::build_stamp::BUILD;

/// What the worker can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// Takes a document as JSON, answers with a .docx.
    Docx,
}

impl Task {
    fn kind(self) -> &'static str {
        match self {
            Self::Docx => "docx",
        }
    }
}

/// Why a task gave no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum WorkerError {
    /// The worker could not be loaded or stopped working; a later call loads it anew.
    Unavailable(String),
    /// The worker on the server belongs to another build than this page: reload the page.
    OtherBuild { page: String, worker: String },
    /// The task itself failed.
    Task(String),
}

impl fmt::Display for WorkerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unavailable(why) => write!(f, "worker unavailable: {why}"),
            Self::OtherBuild { page, worker } => {
                write!(
                    f,
                    "the page is build {page}, the worker is build {worker}: reload the page"
                )
            }
            Self::Task(why) => write!(f, "{why}"),
        }
    }
}

/// Runs one task in the worker and waits for its bytes.
///
/// # Errors
/// See [`WorkerError`].
pub(crate) async fn call(task: Task, payload: &str) -> Result<Vec<u8>, WorkerError> {
    let connection = connect()?;
    let stamp = wait(connection.ready.clone()).await?;
    let stamp = stamp.as_string().unwrap_or_default();
    if stamp != BUILD {
        connection.fail("build differs");
        return Err(WorkerError::OtherBuild {
            page: BUILD.into(),
            worker: stamp,
        });
    }
    let reply = wait(connection.send(task, payload)?).await?;
    if let Some(error) = get(&reply, "error").as_string() {
        return Err(WorkerError::Task(error));
    }
    get(&reply, "payload")
        .dyn_into::<Uint8Array>()
        .map(|bytes| bytes.to_vec())
        .map_err(|_| WorkerError::Task("the worker's answer holds no bytes".into()))
}

thread_local! {
    static CONNECTION: RefCell<Option<Rc<Connection>>> = const { RefCell::new(None) };
}

struct Connection {
    worker: Worker,
    /// Resolves to the worker's build stamp.
    ready: Promise,
    state: Rc<RefCell<State>>,
}

#[derive(Default)]
struct State {
    last_id: u32,
    ready: Option<Settle>,
    waiting: HashMap<u32, Settle>,
}

/// The two functions that end a promise.
struct Settle {
    resolve: Function,
    reject: Function,
}

impl State {
    fn on_message(&mut self, message: &JsValue) {
        let (settle, value) = match get(message, "id").as_f64() {
            // Ids are this page's own small numbers.
            Some(id) => (self.waiting.remove(&(id as u32)), message.clone()),
            None => (self.ready.take(), get(message, "stamp")),
        };
        if let Some(settle) = settle {
            // Functions of a promise do not throw.
            let _ = settle.resolve.call1(&JsValue::NULL, &value);
        }
    }

    fn fail_all(&mut self, why: &str) {
        let open = self.waiting.drain().map(|(_, settle)| settle);
        for settle in open.chain(self.ready.take()) {
            let _ = settle.reject.call1(&JsValue::NULL, &why.into());
        }
    }
}

impl Connection {
    fn open() -> Result<Rc<Self>, WorkerError> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&address()?, &options)
            .map_err(|error| WorkerError::Unavailable(text(&error)))?;
        let state = Rc::new(RefCell::new(State::default()));
        let ready = promise(|settle| state.borrow_mut().ready = Some(settle));
        let connection = Rc::new(Self {
            worker,
            ready,
            state,
        });
        connection.listen();
        Ok(connection)
    }

    fn listen(self: &Rc<Self>) {
        let state = Rc::clone(&self.state);
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            state.borrow_mut().on_message(&event.data());
        });
        self.worker
            .set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        // One worker per page: the closures may live as long as it does.
        on_message.forget();
        let connection = Rc::downgrade(self);
        let on_error = Closure::<dyn Fn(ErrorEvent)>::new(move |event: ErrorEvent| {
            if let Some(connection) = connection.upgrade() {
                // A load error is a plain event without a message.
                let why = get(&event, "message").as_string();
                connection.fail(why.as_deref().unwrap_or("it could not be loaded"));
            }
        });
        self.worker
            .set_onerror(Some(on_error.as_ref().unchecked_ref()));
        on_error.forget();
    }

    fn send(&self, task: Task, payload: &str) -> Result<Promise, WorkerError> {
        let id = {
            let mut state = self.state.borrow_mut();
            state.last_id += 1;
            state.last_id
        };
        let message = Object::new();
        for (name, value) in [
            ("id", JsValue::from(id)),
            ("kind", task.kind().into()),
            ("payload", payload.into()),
        ] {
            // Setting a property of a fresh plain object cannot fail.
            let _ = Reflect::set(&message, &name.into(), &value);
        }
        let reply = promise(|settle| {
            self.state.borrow_mut().waiting.insert(id, settle);
        });
        self.worker
            .post_message(&message)
            .map_err(|error| WorkerError::Unavailable(text(&error)))?;
        Ok(reply)
    }

    /// Ends the worker and everything that waits for it; the next call starts a new one.
    fn fail(&self, why: &str) {
        self.worker.terminate();
        CONNECTION.with_borrow_mut(|current| {
            if current
                .as_ref()
                .is_some_and(|one| Rc::ptr_eq(&one.state, &self.state))
            {
                *current = None;
            }
        });
        self.state.borrow_mut().fail_all(why);
    }
}

fn connect() -> Result<Rc<Connection>, WorkerError> {
    if let Some(connection) = CONNECTION.with_borrow(Clone::clone) {
        return Ok(connection);
    }
    let connection = Connection::open()?;
    CONNECTION.set(Some(Rc::clone(&connection)));
    Ok(connection)
}

/// The worker's address, as boot.js found it in the page.
fn address() -> Result<String, WorkerError> {
    let handed_over = get(&js_sys::global(), "__opsCharter");
    get(&handed_over, "worker")
        .as_string()
        .ok_or_else(|| WorkerError::Unavailable("the page names no worker".into()))
}

async fn wait(promise: Promise) -> Result<JsValue, WorkerError> {
    JsFuture::from(promise)
        .await
        .map_err(|error| WorkerError::Unavailable(text(&error)))
}

fn promise(mut keep: impl FnMut(Settle)) -> Promise {
    Promise::new(&mut |resolve, reject| keep(Settle { resolve, reject }))
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

fn text(value: &JsValue) -> String {
    value
        .as_string()
        .unwrap_or_else(|| get(value, "message").as_string().unwrap_or_default())
}
