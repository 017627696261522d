//! Capitals in English: a label or the name of a post inside a sentence begins with a small letter.

/// Where a value comes from, and so how it may change its first letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// By the user: as typed.
    Typed,
    /// A word of the catalogue.
    Label,
    /// The name of a post or measure: common words, unless the first is a proper name.
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
            Case::Name => lower_names(&text, inside),
        }
    }
}

/// `A, B and C`, each with a small letter where its first word is a common one.
fn lower_names(text: &str, inside: bool) -> String {
    let mut out = String::new();
    let mut rest = text;
    let mut lower = inside;
    loop {
        let cut = [", ", " and "]
            .iter()
            .filter_map(|joint| rest.find(joint).map(|at| at + joint.len()))
            .min();
        let (name, after) = rest.split_at(cut.unwrap_or(rest.len()));
        let word = name.split([' ', ',']).next().unwrap_or(name);
        if lower && COMMON.contains(&word) {
            out.push_str(&lower_first(name));
        } else {
            out.push_str(name);
        }
        lower = true;
        rest = after;
        if rest.is_empty() {
            return out;
        }
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
mod tests {
    use super::*;

    #[test]
    fn posts_are_common_words_inside_a_sentence() {
        let set = |text: &str, inside| Case::Name.set(text.to_owned(), inside);
        assert_eq!(set("Operations manager", true), "operations manager");
        assert_eq!(set("Operations manager", false), "Operations manager");
        assert_eq!(
            set("COO, Data analyst and Care specialist", true),
            "COO, data analyst and care specialist"
        );
        assert_eq!(set("Lisbon lead", true), "Lisbon lead");
    }
}
