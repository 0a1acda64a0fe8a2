package org.kakehashi.intake.understanding;

/// Why a column was given its role; worded by `intake.reason.<name>`.
public enum Reason {
    /// the header says so
    HEADER,
    /// the header is near to known words
    HEADER_PART,
    /// the cells look like it
    CONTENT,
    /// header and cells agree
    HEADER_AND_CONTENT,
    /// a saved profile or a person said so
    CHOSEN,
    /// nothing tells
    NONE
}
