package org.kakehashi.review.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.document.Document;
import org.kakehashi.review.AgendaItem;
import org.kakehashi.review.Body;
import org.kakehashi.review.CorrectiveAction;
import org.kakehashi.review.Holder;
import org.kakehashi.review.Meeting;
import org.kakehashi.review.ReviewCase;
import org.kakehashi.ui.view.Choice;

/// A meeting as its page shows it.
///
/// @param voting members with a vote on the day; @param needed of them must be there
/// @param draft what was typed about an item when it was refused
public record MeetingPage(
        Meeting meeting,
        Body body,
        List<Holder> members,
        int voting,
        int present,
        int needed,
        List<ReviewCase> waiting,
        List<CorrectiveAction> actions,
        List<Choice> people,
        boolean mayRun,
        DecisionForm draft,
        Map<UUID, List<Document>> papers,
        PlanForm plan,
        MinutesForm minutes,
        @Nullable UUID me,
        @Nullable String problem) {
    /// The minutes as typed; where they were refused, with what is saved now.
    ///
    /// @param conflict somebody else saved others meanwhile
    public record MinutesForm(@Nullable String ja, @Nullable String en, boolean conflict) {
        static MinutesForm of(Meeting meeting) {
            return new MinutesForm(meeting.minutes().ja(), meeting.minutes().en(), false);
        }
    }

    /// May the reader say that they have a conflict of interest?
    public boolean sits() {
        return me != null && members.stream().anyMatch(one -> one.user().equals(me));
    }

    /// May it still be cancelled?
    public boolean mayCancel() {
        return open()
                && meeting.state() == Meeting.State.PLANNED
                && meeting.agenda().stream().allMatch(item -> item.result() == null);
    }

    public boolean open() {
        return mayRun && meeting.changeable();
    }

    /// How the item may end.
    public List<Choice> results(AgendaItem item) {
        return Arrays.stream(AgendaItem.Result.values())
                .filter(one -> item.caseId() != null || one != AgendaItem.Result.RETURNED)
                .filter(one -> item.caseId() == null || one != AgendaItem.Result.NOTED)
                .map(one ->
                        new Choice(
                                one.code(),
                                ReviewWords.word("result", one),
                                one.code().equals(draft.result())
                                        && item.id().equals(draft.item())))
                .toList();
    }
}
