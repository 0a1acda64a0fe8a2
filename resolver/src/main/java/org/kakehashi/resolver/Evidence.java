package org.kakehashi.resolver;

import java.util.List;

/// One reason for or against a candidate. The words for it live with the reader's language: the
/// resolver only names the feature and its arguments.
///
/// @param arguments in the order [Feature] documents
public record Evidence(Feature feature, List<String> arguments) {

    public Evidence {
        arguments = List.copyOf(arguments);
    }

    public static Evidence of(Feature feature, String... arguments) {
        return new Evidence(feature, List.of(arguments));
    }

    /// Whether this speaks against the candidate.
    public boolean against() {
        return feature.against();
    }
}
