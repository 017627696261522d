//! Structure of the catalogue files.
