//! Storages in memory that can be made to fail, for tests and examples. Clones share the contents,
//! as two tabs do.

use super::{Area, Local, Store, StoreError, Write};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The operation is refused and nothing happens.
    Refuse(StoreError),
    /// The operation reports that it is done, but keeps only half of the text.
    Tear,
    /// The operation reports that it is done, but nothing was kept.
    Forget,
    /// The operation is done, but reported as failed.
    DoneButFailed,
}

/// When it goes wrong: counted in operations from now on.
#[derive(Debug, Default)]
struct Plan {
    next: Cell<u32>,
    from: Cell<u32>,
    until: Cell<u32>,
    fault: RefCell<Option<Fault>>,
}

impl Plan {
    fn set(&self, from: u32, until: u32, fault: Option<Fault>) {
        self.next.set(0);
        self.from.set(from);
        self.until.set(until);
        *self.fault.borrow_mut() = fault;
    }

    /// The fault of this operation, if it is one's turn.
    fn step(&self) -> Option<Fault> {
        let now = self.next.get();
        self.next.set(now.saturating_add(1));
        let hit = (self.from.get()..self.until.get()).contains(&now);
        self.fault.borrow().clone().filter(|_| hit)
    }

    fn reading(&self) -> Result<(), StoreError> {
        match self.step() {
            Some(Fault::Refuse(error)) => Err(error),
            _ => Ok(()),
        }
    }
}

/// Runs a writing operation under a fault.
fn writing(fault: Option<Fault>, run: impl FnOnce(bool)) -> Result<(), StoreError> {
    match fault {
        Some(Fault::Refuse(error)) => return Err(error),
        Some(Fault::Forget) => {}
        Some(Fault::Tear) => run(true),
        Some(Fault::DoneButFailed) => {
            run(false);
            return Err(StoreError::Other("connection lost".to_owned()));
        }
        None => run(false),
    }
    Ok(())
}

fn half(text: &str) -> String {
    text.chars().take(text.chars().count() / 2).collect()
}

fn kept(text: &str, torn: bool) -> String {
    if torn { half(text) } else { text.to_owned() }
}

macro_rules! faults {
    () => {
        /// Lets the operations `from..until`, counted from now, go wrong.
        pub fn fail(&self, from: u32, until: u32, fault: Fault) {
            self.plan.set(from, until, Some(fault));
        }

        /// Lets everything work again.
        pub fn heal(&self) {
            self.plan.set(0, 0, None);
        }

        /// Operations since the last call of `fail` or `heal`.
        pub fn operations(&self) -> u32 {
            self.plan.next.get()
        }
    };
}

/// A [`Store`] in memory.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore {
    texts: Rc<RefCell<BTreeMap<(Area, String), String>>>,
    plan: Rc<Plan>,
}

impl MemoryStore {
    faults!();

    /// Writes past all faults.
    pub fn plant(&self, area: Area, key: &str, text: &str) {
        let key = (area, key.to_owned());
        self.texts.borrow_mut().insert(key, text.to_owned());
    }

    /// Everything, past all faults.
    pub fn dump(&self) -> BTreeMap<(Area, String), String> {
        self.texts.borrow().clone()
    }
}

impl Store for MemoryStore {
    async fn get(&self, area: Area, key: &str) -> Result<Option<String>, StoreError> {
        self.plan.reading()?;
        let key = (area, key.to_owned());
        Ok(self.texts.borrow().get(&key).cloned())
    }

    async fn get_all(&self, area: Area) -> Result<Vec<(String, String)>, StoreError> {
        self.plan.reading()?;
        let texts = self.texts.borrow();
        let texts = texts.iter().filter(|((at, _), _)| *at == area);
        Ok(texts
            .map(|((_, key), text)| (key.clone(), text.clone()))
            .collect())
    }

    async fn keys(&self, area: Area) -> Result<Vec<String>, StoreError> {
        self.plan.reading()?;
        let texts = self.texts.borrow();
        let keys = texts.keys().filter(|(at, _)| *at == area);
        Ok(keys.map(|(_, key)| key.clone()).collect())
    }

    async fn put(&self, writes: &[Write]) -> Result<(), StoreError> {
        writing(self.plan.step(), |torn| {
            for write in writes {
                let key = (write.area, write.key.clone());
                self.texts.borrow_mut().insert(key, kept(&write.text, torn));
            }
        })
    }

    async fn delete(&self, keys: &[(Area, String)]) -> Result<(), StoreError> {
        writing(self.plan.step(), |_| {
            for key in keys {
                self.texts.borrow_mut().remove(key);
            }
        })
    }
}

/// A [`Local`] in memory.
#[derive(Clone, Debug, Default)]
pub struct MemoryLocal {
    texts: Rc<RefCell<BTreeMap<String, String>>>,
    plan: Rc<Plan>,
}

impl MemoryLocal {
    faults!();

    /// Writes past all faults.
    pub fn plant(&self, key: &str, text: &str) {
        self.texts
            .borrow_mut()
            .insert(key.to_owned(), text.to_owned());
    }

    /// Everything, past all faults.
    pub fn dump(&self) -> BTreeMap<String, String> {
        self.texts.borrow().clone()
    }

    /// Goes back to an earlier state, as a browser does that was killed.
    pub fn roll_back(&self, texts: BTreeMap<String, String>) {
        *self.texts.borrow_mut() = texts;
    }
}

impl Local for MemoryLocal {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.plan.reading()?;
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        writing(self.plan.step(), |torn| {
            let text = kept(text, torn);
            self.texts.borrow_mut().insert(key.to_owned(), text);
        })
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        writing(self.plan.step(), |_| {
            self.texts.borrow_mut().remove(key);
        })
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.plan.reading()?;
        Ok(self.texts.borrow().keys().cloned().collect())
    }
}
