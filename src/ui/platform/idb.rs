//! IndexedDB as the store of the drafts: one database, one object store for each area, texts by
//! key, one transaction for each call.

use super::js;
use js_sys::{Array, Function, Object, Promise, Reflect};
use ops_charter::drafts::{Area, Store, StoreError, Write};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Event, IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
};

const NAME: &str = "ops-charter";
const VERSION: u32 = 1;
/// Some browsers never answer when their profile is damaged.
const OPEN_TIMEOUT_MS: i32 = 5_000;
const READ: &str = "readonly";
const WRITE: &str = "readwrite";

/// The database. It is opened on first use and again after the browser or another tab has closed
/// it.
#[derive(Clone, Debug)]
pub(crate) struct Idb {
    factory: IdbFactory,
    name: Rc<str>,
    open: Rc<RefCell<Option<IdbDatabase>>>,
}

impl Idb {
    /// Opens the database.
    ///
    /// # Errors
    /// `Missing` in a browser without one, `Blocked` where it is switched off or belongs to a newer
    /// version of the program: then `Library::new(None, …)` carries on with local storage.
    pub(crate) async fn open() -> Result<Idb, StoreError> {
        Idb::named(NAME).await
    }

    pub(super) async fn named(name: &str) -> Result<Idb, StoreError> {
        let window = web_sys::window().ok_or(StoreError::Missing)?;
        let factory = match window.indexed_db() {
            Ok(Some(factory)) => factory,
            Ok(None) => return Err(StoreError::Missing),
            Err(_) => return Err(StoreError::Blocked),
        };
        let idb = Idb {
            factory,
            name: name.into(),
            open: Rc::default(),
        };
        idb.database().await?;
        Ok(idb)
    }

    /// Closes the connection as a browser does that tells nobody.
    #[cfg(test)]
    pub(super) fn close_quietly(&self) {
        if let Some(database) = self.open.borrow().as_ref() {
            database.close();
        }
    }

    async fn database(&self) -> Result<IdbDatabase, StoreError> {
        let open = self.open.borrow().clone();
        if let Some(database) = open {
            return Ok(database);
        }
        let request = self
            .factory
            .open_with_u32(&self.name, VERSION)
            .map_err(|error| js::store_error(&error))?;
        // Lives until the request has been answered.
        let upgrade = on_upgrade(&request);
        let answer = opened(&request).await;
        drop(upgrade);
        let database = answer?;
        self.watch(&database);
        *self.open.borrow_mut() = Some(database.clone());
        Ok(database)
    }

    /// Lets go of the database when a newer version of the program wants to change it, or when the
    /// browser closes it (cleared data, failing disk).
    fn watch(&self, database: &IdbDatabase) {
        let open = Rc::clone(&self.open);
        let closing = database.clone();
        let close = Closure::<dyn FnMut()>::new(move || {
            closing.close();
            *open.borrow_mut() = None;
        });
        let handler = close.as_ref().unchecked_ref();
        database.set_onversionchange(Some(handler));
        database.set_onclose(Some(handler));
        // A page opens the database once, rarely a few times.
        close.forget();
    }

    async fn begin(&self, areas: &[Area], mode: &str) -> Result<IdbTransaction, StoreError> {
        if let Ok(transaction) = begin(&self.database().await?, areas, mode) {
            return Ok(transaction);
        }
        // The connection has died without a word, as in iOS after a long time in the background.
        *self.open.borrow_mut() = None;
        begin(&self.database().await?, areas, mode).map_err(|error| js::store_error(&error))
    }

    async fn read(&self, area: Area) -> Result<(IdbTransaction, IdbObjectStore), StoreError> {
        let transaction = self.begin(&[area], READ).await?;
        let store = object_store(&transaction, area)?;
        Ok((transaction, store))
    }
}

impl Store for Idb {
    async fn get(&self, area: Area, key: &str) -> Result<Option<String>, StoreError> {
        let (_, store) = self.read(area).await?;
        let request = store.get(&key.into());
        let value = answered(&request.map_err(|error| js::store_error(&error))?).await?;
        Ok(value.as_string())
    }

    async fn get_all(&self, area: Area) -> Result<Vec<(String, String)>, StoreError> {
        let (transaction, store) = self.read(area).await?;
        let keys = store
            .get_all_keys()
            .map_err(|error| js::store_error(&error))?;
        let values = store.get_all().map_err(|error| js::store_error(&error))?;
        completed(&transaction).await?;
        Ok(texts(&keys).into_iter().zip(texts(&values)).collect())
    }

    async fn keys(&self, area: Area) -> Result<Vec<String>, StoreError> {
        let (transaction, store) = self.read(area).await?;
        let keys = store
            .get_all_keys()
            .map_err(|error| js::store_error(&error))?;
        completed(&transaction).await?;
        Ok(texts(&keys))
    }

    async fn put(&self, writes: &[Write]) -> Result<(), StoreError> {
        let areas: Vec<Area> = writes.iter().map(|write| write.area).collect();
        let transaction = self.begin(&areas, WRITE).await?;
        for write in writes {
            let put = object_store(&transaction, write.area).and_then(|store| {
                attempt(store.put_with_key(&write.text.as_str().into(), &write.key.as_str().into()))
            });
            if let Err(error) = put {
                // All or nothing. A transaction that cannot be aborted has already ended.
                drop(transaction.abort());
                return Err(error);
            }
        }
        completed(&transaction).await
    }

    async fn delete(&self, keys: &[(Area, String)]) -> Result<(), StoreError> {
        let areas: Vec<Area> = keys.iter().map(|(area, _)| *area).collect();
        let transaction = self.begin(&areas, WRITE).await?;
        for (area, key) in keys {
            let delete = object_store(&transaction, *area)
                .and_then(|store| attempt(store.delete(&key.as_str().into())));
            if let Err(error) = delete {
                drop(transaction.abort());
                return Err(error);
            }
        }
        completed(&transaction).await
    }
}

/// Begins a transaction with strict durability, which web-sys offers only as an unstable feature.
/// Browsers that do not know it ignore the argument.
fn begin(database: &IdbDatabase, areas: &[Area], mode: &str) -> Result<IdbTransaction, JsValue> {
    let names: Array = areas
        .iter()
        .map(|area| JsValue::from(area.name()))
        .collect();
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let method: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    let transaction = method.call3(database, &names, &mode.into(), &options)?;
    Ok(transaction.unchecked_into())
}

fn attempt(request: Result<IdbRequest, JsValue>) -> Result<(), StoreError> {
    request.map(drop).map_err(|error| js::store_error(&error))
}

fn object_store(transaction: &IdbTransaction, area: Area) -> Result<IdbObjectStore, StoreError> {
    transaction
        .object_store(area.name())
        .map_err(|error| js::store_error(&error))
}

/// The strings of a request's answer. Other values are none of ours; they become empty texts and
/// are met again as damage.
fn texts(request: &IdbRequest) -> Vec<String> {
    let values: Array = request.result().unwrap_or_default().unchecked_into();
    values
        .iter()
        .map(|value| value.as_string().unwrap_or_default())
        .collect()
}

/// Makes the object stores of a new database.
fn on_upgrade(request: &IdbOpenDbRequest) -> Closure<dyn FnMut(Event)> {
    let upgrading = request.clone();
    let upgrade = Closure::<dyn FnMut(Event)>::new(move |_| {
        let Ok(database) = upgrading
            .result()
            .map(JsCast::unchecked_into::<IdbDatabase>)
        else {
            return;
        };
        for area in Area::ALL {
            // One that is there already is what was wanted; anything else shows when it is used.
            drop(database.create_object_store(area.name()));
        }
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    upgrade
}

/// Waits for the database. The functions of the promise are the handlers: nothing to keep alive.
async fn opened(request: &IdbOpenDbRequest) -> Result<IdbDatabase, StoreError> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
        if let Some(window) = web_sys::window() {
            // Without a timer the wait is only longer.
            drop(
                window.set_timeout_with_callback_and_timeout_and_arguments_0(
                    &reject,
                    OPEN_TIMEOUT_MS,
                ),
            );
        }
        // `blocked` is no end: the other tab lets go in a moment, or the timer ends the wait.
    });
    let waited = JsFuture::from(promise).await;
    match (waited, request.result()) {
        (Ok(_), Ok(database)) => Ok(database.unchecked_into()),
        (Ok(_), Err(error)) => Err(js::store_error(&error)),
        (Err(event), _) if event.is_instance_of::<Event>() => match request.error() {
            // Firefox in a private window says no more than this.
            Ok(Some(error)) if error.name() == "InvalidStateError" => Err(StoreError::Blocked),
            Ok(Some(error)) => Err(js::store_error(&error)),
            _ => Err(StoreError::Blocked),
        },
        (Err(_), _) => {
            // A database that comes after the wait is not needed any more.
            let late = request.clone();
            let close = Closure::once_into_js(move || {
                if let Ok(database) = late.result() {
                    database.unchecked_into::<IdbDatabase>().close();
                }
            });
            request.set_onsuccess(Some(close.unchecked_ref()));
            Err(StoreError::Blocked)
        }
    }
}

/// Waits for one request.
async fn answered(request: &IdbRequest) -> Result<JsValue, StoreError> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(promise).await {
        Ok(_) => request.result().map_err(|error| js::store_error(&error)),
        Err(_) => Err(failure(request.error().ok().flatten())),
    }
}

/// Waits until a transaction has been committed.
async fn completed(transaction: &IdbTransaction) -> Result<(), StoreError> {
    let promise = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
        // An error that nobody prevents is followed by the abort, which knows the reason.
    });
    match JsFuture::from(promise).await {
        Ok(_) => Ok(()),
        Err(_) => Err(failure(transaction.error())),
    }
}

fn failure(error: Option<web_sys::DomException>) -> StoreError {
    error.map_or_else(
        || StoreError::Other("the transaction was aborted".to_owned()),
        |error| js::store_error(&error),
    )
}
