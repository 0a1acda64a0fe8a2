package org.kakehashi.bench.resolver;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Arguments of the form `--name value`, each as often as wanted.
record Options(Map<String, List<String>> values) {

    static Options of(List<String> arguments) {
        Map<String, List<String>> values = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            String name = arguments.get(i).replaceFirst("^--", "");
            values.computeIfAbsent(name, n -> new ArrayList<>()).add(arguments.get(i + 1));
        }
        return new Options(values);
    }

    String one(String name) {
        List<String> all = all(name);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("missing argument: --" + name);
        }
        return all.getFirst();
    }

    /// The value given, or what stands for it.
    String one(String name, String otherwise) {
        List<String> all = all(name);
        return all.isEmpty() ? otherwise : all.getFirst();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /// A writer to the file named, or one that forgets everything.
    PrintWriter writer(String name) throws IOException {
        List<String> all = all(name);
        return new PrintWriter(
                all.isEmpty()
                        ? Writer.nullWriter()
                        : Files.newBufferedWriter(Path.of(all.getFirst())));
    }
}
