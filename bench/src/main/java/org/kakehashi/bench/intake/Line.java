package org.kakehashi.bench.intake;

import java.util.Map;

/// One record or figure, expected or read: its key and its cells as texts.
record Line(String key, Map<String, String> cells) {

    String cell(String name) {
        return cells.getOrDefault(name, "");
    }
}
