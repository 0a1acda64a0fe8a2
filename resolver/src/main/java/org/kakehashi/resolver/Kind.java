package org.kakehashi.resolver;

/// What sort of organization it is, in ROR's vocabulary.
public enum Kind {
    EDUCATION,
    FUNDER,
    HEALTHCARE,
    COMPANY,
    ARCHIVE,
    NONPROFIT,
    GOVERNMENT,
    FACILITY,
    OTHER
}
