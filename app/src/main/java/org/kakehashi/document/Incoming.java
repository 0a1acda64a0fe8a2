package org.kakehashi.document;

import java.io.InputStream;

/// A file as somebody sends it. Neither the declared type nor the ending of the name is believed.
///
/// @param name as written by the sender, in any language
/// @param note why, in the sender's words
public record Incoming(String name, String declaredType, String note, InputStream content) {}
