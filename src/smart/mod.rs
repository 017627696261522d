//! SMART check.
