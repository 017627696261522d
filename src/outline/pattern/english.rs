//! Capitals in English: a label or the name of a post inside a sentence begins with a small letter.

/// Where a value comes from, and so how it may change its first letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// By the user: as typed.
    Typed,
    /// A word of the catalogue.
    Label,
    /// The name of a post or measure, which was given a small letter.
    Name,
}

/// First words of posts and measures that are no proper names.
const COMMON: &[&str] = &[
    "Account",
    "Active",
    "Admin",
    "Analyst",
    "Analytics",
    "Annual",
    "Area",
    "Assistant",
    "Average",
    "Branch",
    "Brand",
    "Business",
    "Call",
    "Campaign",
    "Care",
    "Category",
    "Channel",
    "Chief",
    "City",
    "Claims",
    "Commercial",
    "Community",
    "Complaint",
    "Compliance",
    "Consultant",
    "Content",
    "Contract",
    "Conversion",
    "Cost",
    "Customer",
    "Daily",
    "Data",
    "Delivery",
    "Deputy",
    "Design",
    "Dispatch",
    "Dispatcher",
    "Document",
    "Driver",
    "Duty",
    "Early",
    "Editor",
    "Engineer",
    "Engineering",
    "Equipment",
    "Event",
    "Facility",
    "Field",
    "Finance",
    "First",
    "Floor",
    "Frontline",
    "Fulfilment",
    "General",
    "Gross",
    "Group",
    "Growth",
    "Head",
    "Health",
    "Incident",
    "Inbound",
    "Inventory",
    "Junior",
    "Key",
    "Late",
    "Lead",
    "Learning",
    "Legal",
    "Line",
    "Logistics",
    "Maintenance",
    "Manager",
    "Marketing",
    "Median",
    "Member",
    "Membership",
    "Merchandise",
    "Mobile",
    "Monthly",
    "Net",
    "Network",
    "Night",
    "Office",
    "Onboarding",
    "Online",
    "Operations",
    "Operator",
    "Order",
    "Outbound",
    "Partner",
    "People",
    "Performance",
    "Planner",
    "Planning",
    "Plant",
    "Platform",
    "Process",
    "Procurement",
    "Product",
    "Production",
    "Project",
    "Purchasing",
    "Quality",
    "Quarterly",
    "Regional",
    "Renewal",
    "Repeat",
    "Research",
    "Response",
    "Retail",
    "Retention",
    "Return",
    "Risk",
    "Safety",
    "Sales",
    "Security",
    "Senior",
    "Service",
    "Share",
    "Shift",
    "Shop",
    "Site",
    "Social",
    "Staff",
    "Stock",
    "Store",
    "Strategy",
    "Success",
    "Supervisor",
    "Supplier",
    "Supply",
    "Support",
    "System",
    "Systems",
    "Team",
    "Technical",
    "Technician",
    "Ticket",
    "Total",
    "Trainer",
    "Training",
    "Treasury",
    "Unit",
    "User",
    "Vendor",
    "Vice",
    "Warehouse",
    "Weekly",
    "Workshop",
];

impl Case {
    /// The text as it stands here; only what opens a sentence keeps its capital.
    pub(super) fn set(self, text: String, inside: bool) -> String {
        match self {
            Case::Typed => text,
            Case::Label => lower_labels(&text, inside),
            Case::Name if inside => text,
            Case::Name => upper_first(&text),
        }
    }
}

/// The name of a post or measure inside a sentence; none when it keeps its capital.
pub(crate) fn lower_common(name: &str) -> Option<String> {
    let word = name.split([' ', ',']).next().unwrap_or(name);
    COMMON.contains(&word).then(|| lower_first(name))
}

fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// Labels in a row; only the first can open a sentence.
fn lower_labels(text: &str, inside: bool) -> String {
    let labels: Vec<String> = text
        .split(", ")
        .enumerate()
        .map(|(index, label)| {
            if index > 0 || inside {
                lower_first(label)
            } else {
                label.to_owned()
            }
        })
        .collect();
    labels.join(", ")
}

/// A label inside a sentence; acronyms and days of the week keep their capital.
fn lower_first(text: &str) -> String {
    const DAYS: [&str; 7] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second))
            if second.is_lowercase() && !DAYS.iter().any(|day| starts_with_word(text, day)) =>
        {
            first.to_lowercase().chain(text.chars().skip(1)).collect()
        }
        _ => text.to_owned(),
    }
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word)
        .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn posts_are_common_words_inside_a_sentence() {
        let lower = |name| lower_common(name).unwrap_or_default();
        assert_eq!(lower("Operations manager"), "operations manager");
        assert_eq!(lower("Lisbon lead"), "");
        assert_eq!(lower("COO"), "");
        let set = |inside| Case::Name.set("operations manager".to_owned(), inside);
        assert_eq!(set(true), "operations manager");
        assert_eq!(set(false), "Operations manager");
    }
}
