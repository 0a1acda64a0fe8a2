package org.kakehashi.mobility.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.mobility.Crisis;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Query;

/// Who is where, as it is shown.
///
/// @param people null-free; at most so many as one looks through on a screen
/// @param total people in all places of the question
/// @param waits mails wait, since there is no server
public record CrisisPage(
        Query query,
        Crisis.Question question,
        List<Crisis.Place> places,
        List<Crisis.Somebody> people,
        int shown,
        int now,
        int later,
        int silent,
        Map<UUID, String> units,
        List<Choice> directions,
        boolean waits,
        Map<String, String> typed,
        Map<String, String> problems,
        String at) {
    public int total() {
        return now + later;
    }

    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    /// Everything of the address but where the page narrows.
    public String placeHref(Crisis.Place place) {
        return query.with("country", place.country() == null ? "?" : place.country())
                .with("city", place.city() == null ? "?" : place.city())
                .href();
    }

    public String href(String path) {
        return query.at(path).href();
    }
}
