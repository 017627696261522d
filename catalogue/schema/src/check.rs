//! What must hold between the files: no dangling id, no missing name, every placeholder resolves.

use crate::load::{Catalogue, LanguageTexts, Problem};
use crate::raw::{Column, FieldText, FieldType, SectionRaw, TableRaw, Tier};
use std::collections::{BTreeMap, BTreeSet};

/// Fields of the first tier that a section or row may have.
const MAX_CORE: usize = 6;

/// All problems, in file order.
pub(crate) fn check(catalogue: &Catalogue) -> Vec<Problem> {
    let mut checker = Checker {
        catalogue,
        problems: Vec::new(),
    };
    for section in &catalogue.sections {
        checker.section(section);
    }
    checker.entities();
    checker.kinds();
    checker.recommend();
    for language in &catalogue.languages {
        for section in &catalogue.sections {
            checker.section_text(language, section);
        }
        checker.kind_texts(language);
    }
    checker.ui_texts();
    checker.problems
}

struct Checker<'a> {
    catalogue: &'a Catalogue,
    problems: Vec<Problem>,
}

impl Checker<'_> {
    fn fail(&mut self, file: String, message: String) {
        self.problems.push(Problem { file, message });
    }

    fn section(&mut self, section: &SectionRaw) {
        let file = format!("sections/{}.toml", section.id);
        self.columns(&file, "fields", &section.fields);
        let mut seen = BTreeSet::new();
        for table in &section.tables {
            if !seen.insert(&table.id) {
                self.fail(file.clone(), format!("table `{}` stands twice", table.id));
            }
            self.columns(&file, &table.id, &table.columns);
            for name in std::iter::once(&table.title).chain(&table.parent) {
                if !table.columns.iter().any(|column| column.id == *name) {
                    self.fail(file.clone(), format!("{}: no column `{name}`", table.id));
                }
            }
        }
    }

    fn columns(&mut self, file: &str, place: &str, columns: &[Column]) {
        let mut seen = BTreeSet::new();
        for column in columns {
            let at = format!("{place}.{}", column.id);
            if !seen.insert(&column.id) {
                self.fail(file.to_owned(), format!("{at} stands twice"));
            }
            let chooses = matches!(column.kind, FieldType::Enum | FieldType::Multi);
            if chooses == column.options.is_empty() {
                self.fail(
                    file.to_owned(),
                    format!("{at}: options do not fit the type"),
                );
            }
            let refers = matches!(
                column.kind,
                FieldType::Ref | FieldType::Refs | FieldType::Letters
            );
            if refers == column.to.is_empty() {
                self.fail(file.to_owned(), format!("{at}: `to` does not fit the type"));
            }
            for target in &column.to {
                if !self
                    .catalogue
                    .entities
                    .iter()
                    .any(|entity| entity.id == *target)
                {
                    self.fail(file.to_owned(), format!("{at}: no entity `{target}`"));
                }
            }
            if let Some(from) = &column.unit_from
                && !columns.iter().any(|other| other.id == *from)
            {
                self.fail(
                    file.to_owned(),
                    format!("{at}: no column `{from}` for the unit"),
                );
            }
            if let Some(unit) = &column.unit
                && self
                    .catalogue
                    .languages
                    .iter()
                    .any(|l| !l.units.contains_key(unit))
            {
                self.fail(file.to_owned(), format!("{at}: unit `{unit}` has no label"));
            }
        }
        if columns
            .iter()
            .filter(|column| column.tier == Tier::Core)
            .count()
            > MAX_CORE
        {
            self.fail(
                file.to_owned(),
                format!("{place}: more than {MAX_CORE} core fields"),
            );
        }
    }

    fn entities(&mut self) {
        for entity in &self.catalogue.entities {
            if entity.section == "*" {
                continue;
            }
            let found = self
                .find_section(&entity.section)
                .is_some_and(|section| section.tables.iter().any(|table| table.id == entity.table));
            if !found {
                let target = format!("{}.{}", entity.section, entity.table);
                self.fail(
                    "entities.toml".into(),
                    format!("{}: no table `{target}`", entity.id),
                );
            }
        }
    }

    fn kinds(&mut self) {
        for kind in &self.catalogue.kinds {
            let file = format!("kinds/{}.toml", kind.id);
            let offered: BTreeSet<&String> = kind.sections.iter().map(|need| &need.id).collect();
            for id in &offered {
                if self.find_section(id).is_none() {
                    self.fail(file.clone(), format!("no section type `{id}`"));
                }
            }
            for profile in &kind.profiles {
                let mut seen = BTreeSet::new();
                let chapters = profile
                    .chapters
                    .iter()
                    .flat_map(|chapter| &chapter.sections);
                let all = profile.front.iter().chain(chapters).chain(&profile.back);
                for id in all.chain(&profile.backing) {
                    if !offered.contains(id) {
                        self.fail(file.clone(), format!("{}: `{id}` not offered", profile.id));
                    }
                    if !seen.insert(id) {
                        self.fail(file.clone(), format!("{}: `{id}` stands twice", profile.id));
                    }
                }
            }
        }
    }

    /// Rules name sections that exist, answers that the header offers, and have a reason.
    fn recommend(&mut self) {
        let file = || "recommend.toml".to_owned();
        let catalogue = self.catalogue;
        let header = self.find_section("charter_header");
        let offers = |field: &str, option: &String| {
            header.is_some_and(|header| {
                let field = header.fields.iter().find(|column| column.id == field);
                field.is_some_and(|column| column.options.contains(option))
            })
        };
        let mut found = Vec::new();
        let mut seen = BTreeSet::new();
        for id in &catalogue.recommend.gated {
            if self.find_section(id).is_none() {
                found.push(format!("no section type `{id}`"));
            }
        }
        for rule in &catalogue.recommend.rule {
            if !seen.insert(&rule.id) {
                found.push(format!("`{}` stands twice", rule.id));
            }
            if self.find_section(&rule.section).is_none() {
                found.push(format!("{}: no section type `{}`", rule.id, rule.section));
            }
            let reason = format!("recommend.{}", rule.id);
            if !catalogue
                .languages
                .iter()
                .all(|l| l.ui.contains_key(&reason))
            {
                found.push(format!("{}: no reason", rule.id));
            }
            for when in &rule.when {
                let fields = [
                    ("industry", &when.industry),
                    ("business_model", &when.business_model),
                    ("company_stage", &when.company_stage),
                ];
                let figures = when.min_team.is_some() || when.min_hours.is_some();
                if !figures && fields.iter().all(|(_, options)| options.is_empty()) {
                    found.push(format!("{}: an alternative without a condition", rule.id));
                }
                for (field, options) in fields {
                    let wrong = options.iter().filter(|option| !offers(field, option));
                    found.extend(wrong.map(|o| format!("{}: no `{o}` in {field}", rule.id)));
                }
            }
        }
        found.into_iter().for_each(|text| self.fail(file(), text));
    }

    fn find_section(&self, id: &str) -> Option<&SectionRaw> {
        self.catalogue
            .sections
            .iter()
            .find(|section| section.id == id)
    }

    fn section_text(&mut self, language: &LanguageTexts, section: &SectionRaw) {
        let file = format!("text/{}/sections/{}.toml", language.code, section.id);
        let Some(text) = language.sections.get(&section.id) else {
            return self.fail(file, "missing".into());
        };
        if text.name.is_empty() || text.purpose.is_empty() {
            self.fail(file.clone(), "name or purpose missing".into());
        }
        self.words(&file, "fields", &section.fields, &text.fields);
        self.pattern(&file, &text.pattern, &section.fields, section);
        for id in text.tables.keys() {
            if !section.tables.iter().any(|table| table.id == *id) {
                self.fail(file.clone(), format!("no table `{id}` in the structure"));
            }
        }
        for table in &section.tables {
            let Some(words) = text.tables.get(&table.id) else {
                self.fail(file.clone(), format!("table `{}` has no words", table.id));
                continue;
            };
            if words.name.is_empty() || words.item.is_empty() {
                self.fail(file.clone(), format!("{}: name or item missing", table.id));
            }
            self.words(&file, &table.id, &table.columns, &words.columns);
            self.pattern(&file, &words.pattern, &table.columns, section);
        }
    }

    fn words(
        &mut self,
        file: &str,
        place: &str,
        columns: &[Column],
        words: &BTreeMap<String, FieldText>,
    ) {
        for id in words.keys() {
            if !columns.iter().any(|column| column.id == *id) {
                self.fail(
                    file.to_owned(),
                    format!("{place}: no `{id}` in the structure"),
                );
            }
        }
        for column in columns {
            let text = words.get(&column.id);
            if text.is_none_or(|text| text.name.is_empty()) {
                self.fail(file.to_owned(), format!("{place}.{}: no name", column.id));
            }
            let Some(text) = text else { continue };
            for option in &column.options {
                if text.options.get(option).is_none_or(String::is_empty) {
                    let at = format!("{place}.{}.options", column.id);
                    self.fail(file.to_owned(), format!("{at}: `{option}` has no label"));
                }
            }
            for option in text
                .options
                .keys()
                .filter(|id| !column.options.contains(id))
            {
                let at = format!("{place}.{}.options", column.id);
                self.fail(
                    file.to_owned(),
                    format!("{at}: no `{option}` in the structure"),
                );
            }
        }
    }

    /// Every `{path}` of a pattern is a column, or a reference column and a column behind it. The
    /// path of `[?path words]` is a yes-or-no column, and there are words.
    fn pattern(&mut self, file: &str, pattern: &str, columns: &[Column], section: &SectionRaw) {
        if pattern.matches('[').count() != pattern.matches(']').count()
            || pattern.matches('{').count() != pattern.matches('}').count()
        {
            self.fail(file.to_owned(), format!("unbalanced brackets: {pattern}"));
        }
        for part in pattern.split('{').skip(1) {
            let path = part.split('}').next().unwrap_or_default();
            if !self.resolves(path, columns, section) {
                self.fail(
                    file.to_owned(),
                    format!("placeholder `{{{path}}}` resolves to nothing"),
                );
            }
        }
        for part in pattern.split("[?").skip(1) {
            let words = part.trim_start_matches(|c: char| {
                c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'
            });
            let path = part.strip_suffix(words).unwrap_or_default();
            let yes_or_no = columns
                .iter()
                .any(|column| column.id == path && matches!(column.kind, FieldType::Bool));
            if !yes_or_no {
                self.fail(
                    file.to_owned(),
                    format!("condition `[?{path}` is no yes-or-no column"),
                );
            }
            if words.is_empty() || words.starts_with(']') {
                self.fail(
                    file.to_owned(),
                    format!("condition `[?{path}` says nothing"),
                );
            }
        }
    }

    fn resolves(&self, path: &str, columns: &[Column], section: &SectionRaw) -> bool {
        let (head, rest) = match path.split_once('.') {
            Some((head, rest)) => (head, Some(rest)),
            None => (path, None),
        };
        let Some(column) = columns.iter().find(|column| column.id == head) else {
            // A section's own pattern may name one of its tables, for the names of all rows.
            return rest.is_none() && section.tables.iter().any(|table| table.id == head);
        };
        let Some(rest) = rest else { return true };
        column.to.iter().any(|target| {
            self.target_table(target)
                .is_some_and(|table| table.columns.iter().any(|column| column.id == rest))
        })
    }

    fn target_table(&self, entity: &str) -> Option<&TableRaw> {
        let entity = self.catalogue.entities.iter().find(|e| e.id == entity)?;
        self.find_section(&entity.section)?
            .tables
            .iter()
            .find(|t| t.id == entity.table)
    }

    fn kind_texts(&mut self, language: &LanguageTexts) {
        let file = format!("text/{}/kinds.toml", language.code);
        for kind in &self.catalogue.kinds {
            let Some(text) = language.kinds.get(&kind.id) else {
                self.fail(file.clone(), format!("kind `{}` has no words", kind.id));
                continue;
            };
            for profile in &kind.profiles {
                let words = text.profiles.get(&profile.id);
                let complete = words.is_some_and(|words| {
                    !words.name.is_empty()
                        && profile.chapters.iter().all(|chapter| {
                            words
                                .chapters
                                .get(&chapter.id)
                                .is_some_and(|h| !h.is_empty())
                        })
                });
                if !complete {
                    self.fail(
                        file.clone(),
                        format!("{}: name or heading missing", profile.id),
                    );
                }
            }
        }
        for section in &self.catalogue.sections {
            if !language.groups.contains_key(&section.group) {
                let file = format!("text/{}/groups.toml", language.code);
                self.fail(file, format!("group `{}` has no name", section.group));
            }
        }
    }

    /// The interface says the same in every language.
    fn ui_texts(&mut self) {
        let catalogue = self.catalogue;
        let Some((first, others)) = catalogue.languages.split_first() else {
            return;
        };
        for other in others {
            for key in first.ui.keys().filter(|key| !other.ui.contains_key(*key)) {
                self.fail(
                    format!("text/{}/ui", other.code),
                    format!("`{key}` is missing"),
                );
            }
            for key in other.ui.keys().filter(|key| !first.ui.contains_key(*key)) {
                self.fail(
                    format!("text/{}/ui", first.code),
                    format!("`{key}` is missing"),
                );
            }
        }
    }
}
