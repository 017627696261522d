//! Drafts rest on facts.
