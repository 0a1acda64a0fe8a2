package org.kakehashi.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kakehashi.kernel.Digests;

/// Addresses of our own style sheets, scripts and pictures, with a mark of their content so that
/// browsers keep them for long and still see a new release at once.
public final class Assets {
    /// The style sheets of every page, in this order.
    public static final List<String> STYLES =
            List.of(
                    "fonts",
                    "tokens",
                    "base",
                    "layout",
                    "form",
                    "table",
                    "component",
                    "chart",
                    "pages",
                    "print");

    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private Assets() {}

    /// The address of a file under `static/`, such as `css/base.css`.
    public static String href(String file) {
        return KNOWN.computeIfAbsent(file, Assets::marked);
    }

    private static String marked(String file) {
        try (InputStream in = Assets.class.getResourceAsStream("/static/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("No such asset: " + file);
            }
            String hash = Digests.hex(Digests.sha256(in.readAllBytes()));
            return "/assets/" + file + "?v=" + hash.substring(0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
