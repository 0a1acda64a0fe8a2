package org.kakehashi.mobility;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.mobility.internal.ViewStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Views of the list of stays that a person keeps: filter, order and columns under a name.
@Service
public class Views {
    /// @param query the part of the address after the question mark
    public record View(UUID id, String name, String query) {
        public String href() {
            return "/stays?" + query;
        }
    }

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_QUERY = 4000;
    private static final int MOST = 50;

    private final ViewStore store;

    private final Access access;

    Views(ViewStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    public List<View> mine() {
        UUID me = CurrentUser.get().id();
        return me == null ? List.of() : store.of(me);
    }

    /// Keeps a view; one of the same name gives way.
    @Transactional
    public void save(String name, String query) {
        String tidy = name.strip();
        if (tidy.isEmpty()
                || tidy.length() > LONGEST_NAME
                || query.length() > LONGEST_QUERY
                || store.of(me()).size() >= MOST) {
            throw KakehashiException.invalid("mobility.views.problem", Map.of("n", MOST));
        }
        store.save(me(), tidy, query);
    }

    @Transactional
    public void delete(UUID id) {
        store.delete(me(), id);
    }

    private UUID me() {
        access.require("mobility.read");
        UUID me = CurrentUser.get().id();
        if (me == null) {
            throw KakehashiException.forbidden("mobility.read");
        }
        return me;
    }
}
