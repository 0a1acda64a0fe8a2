package org.kakehashi.partnership.contact;

import static org.kakehashi.ui.Text.t;

import java.util.List;
import org.kakehashi.review.TaskSource;
import org.springframework.stereotype.Component;

/// Consent that has ended waits for those who keep the contacts: ask again or erase.
@Component
class ContactTasks implements TaskSource {
    private final Contacts contacts;

    ContactTasks(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public List<Task> tasks() {
        long waiting = contacts.toAsk();
        return waiting == 0
                ? List.of()
                : List.of(
                        new Task(
                                t("partnership.contact.task"),
                                t("partnership.contact.task.about", "n", waiting),
                                "/contacts?show=ended",
                                null,
                                null));
    }
}
