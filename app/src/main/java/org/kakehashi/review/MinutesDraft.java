package org.kakehashi.review;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.ui.Messages;

/// The minutes as they follow from attendance and decisions, to be edited by people.
final class MinutesDraft {
    private MinutesDraft() {}

    static Bilingual of(
            Meeting meeting,
            Body body,
            Map<UUID, Bilingual> names,
            List<CorrectiveAction> actions) {
        return new Bilingual(
                in(Locale.JAPANESE, meeting, body, names, actions),
                in(Locale.ENGLISH, meeting, body, names, actions));
    }

    private static String in(
            Locale locale,
            Meeting meeting,
            Body body,
            Map<UUID, Bilingual> names,
            List<CorrectiveAction> actions) {
        List<String> lines = new ArrayList<>();
        lines.add(
                text(
                        locale,
                        "review.minutes.draft.head",
                        Map.of(
                                "body", body.name().in(locale),
                                "number", meeting.number(),
                                "day", day(meeting.heldOn(), locale))));
        lines.add(
                text(
                        locale,
                        "review.minutes.draft.present",
                        Map.of(
                                "n",
                                meeting.present().size(),
                                "names",
                                names.values().stream()
                                        .map(name -> name.in(locale))
                                        .sorted()
                                        .collect(
                                                Collectors.joining(
                                                        Messages.text(locale, "review.and"))))));
        int index = 1;
        for (AgendaItem item : meeting.agenda()) {
            lines.add("");
            lines.add(index++ + ". " + item.title().in(locale));
            lines.add(result(locale, item));
            if (item.decision().parity() != Bilingual.Parity.NONE) {
                lines.add(item.decision().in(locale));
            }
        }
        if (!actions.isEmpty()) {
            lines.add("");
            lines.add(Messages.text(locale, "review.actions"));
            actions.forEach(action ->
                    lines.add(
                            text(
                                    locale,
                                    "review.minutes.draft.action",
                                    Map.of(
                                            "number", action.number(),
                                            "title", action.title().in(locale),
                                            "owner", action.ownerName().in(locale),
                                            "day", day(action.dueOn(), locale)))));
        }
        return String.join("\n", lines);
    }

    private static String result(Locale locale, AgendaItem item) {
        AgendaItem.Result result = item.result();
        if (result == null) {
            return Messages.text(locale, "review.minutes.draft.open");
        }
        String number = item.number();
        String words =
                Messages.text(locale, "review.result." + result.code())
                        + (number == null ? "" : " (" + number + ")");
        if (result == AgendaItem.Result.DEFERRED || result == AgendaItem.Result.NOTED) {
            return words;
        }
        String how =
                item.votes().consensus()
                        ? Messages.text(locale, "review.vote.consensus")
                        : text(
                                locale,
                                "review.vote.counts",
                                Map.of(
                                        "for", item.votes().inFavour(),
                                        "against", item.votes().against(),
                                        "abstained", item.votes().abstained()));
        String conflicts =
                item.conflicts().isEmpty()
                        ? ""
                        : Messages.text(locale, "review.vote.separator")
                                + text(
                                        locale,
                                        "review.vote.conflicts",
                                        Map.of("n", item.conflicts().size()));
        return words + Messages.text(locale, "review.vote.separator") + how + conflicts;
    }

    private static String text(Locale locale, String key, Map<String, Object> arguments) {
        return Messages.text(locale, key, arguments);
    }

    private static String day(LocalDate date, Locale locale) {
        String pattern = locale.getLanguage().equals("ja") ? "uuuu年M月d日" : "d MMMM uuuu";
        return DateTimeFormatter.ofPattern(pattern, locale).format(date);
    }
}
