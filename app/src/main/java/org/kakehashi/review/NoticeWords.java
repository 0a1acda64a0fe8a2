package org.kakehashi.review;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.kakehashi.ui.Messages;

/// A notice as a sentence in the language of whoever reads it.
public final class NoticeWords {
    private NoticeWords() {}

    public static String sentence(Notice notice, Locale locale) {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("title", notice.title().in(locale));
        arguments.put("step", notice.step().in(locale));
        arguments.put("number", notice.number());
        arguments.put("day", notice.day() == null ? "" : notice.day().toString());
        return Messages.text(locale, "review.notice." + notice.kind().code(), arguments);
    }
}
