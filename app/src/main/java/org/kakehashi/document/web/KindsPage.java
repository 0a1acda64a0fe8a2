package org.kakehashi.document.web;

import java.util.List;
import java.util.Map;
import org.kakehashi.document.DocumentKind;
import org.kakehashi.document.RetentionClass;

/// Kinds and retention classes with how many documents there are of each.
public record KindsPage(
        List<DocumentKind> kinds,
        List<RetentionClass> classes,
        Map<String, Integer> byKind,
        Map<String, Integer> byClass) {
    /// The class of that code.
    public RetentionClass retention(String code) {
        return classes.stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    }
}
