package org.kakehashi.ui;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The message bundles of all rooms (`messages/<room>_{ja,en}.properties`, UTF-8), in ICU syntax
/// with named arguments. A missing key is shown as the key itself; a test keeps both languages
/// complete.
public final class Messages {
    private static final Map<String, String> JAPANESE = load("ja");
    private static final Map<String, String> ENGLISH = load("en");
    private static final Map<String, MessageFormat> FORMATS = new ConcurrentHashMap<>();

    private Messages() {}

    public static String text(Locale locale, String key) {
        return texts(locale).getOrDefault(key, key);
    }

    /// Fills the named arguments, with the plural and number rules of the language.
    public static String text(Locale locale, String key, Map<String, ?> arguments) {
        String pattern = text(locale, key);
        if (arguments.isEmpty() || pattern.equals(key)) {
            return pattern;
        }
        String language = locale.getLanguage().equals("ja") ? "ja" : "en";
        MessageFormat format =
                FORMATS.computeIfAbsent(
                        language + ' ' + key,
                        any -> new MessageFormat(pattern, Locale.of(language)));
        return ((MessageFormat) format.clone()).format(new HashMap<>(arguments));
    }

    public static boolean has(String key) {
        return texts(Locale.JAPANESE).containsKey(key);
    }

    private static Map<String, String> texts(Locale locale) {
        return locale.getLanguage().equals("ja") ? JAPANESE : ENGLISH;
    }

    private static Map<String, String> load(String language) {
        Map<String, String> all = new LinkedHashMap<>();
        try {
            for (Resource bundle :
                    new PathMatchingResourcePatternResolver(Messages.class.getClassLoader())
                            .getResources("classpath*:messages/*_" + language + ".properties")) {
                Properties texts = new Properties();
                try (var reader =
                        new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
                texts.forEach((key, value) -> all.put((String) key, (String) value));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(all);
    }
}
