package org.kakehashi.review;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.internal.NoticeStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of one's own notices and of how one wants to be told by mail.
@Service
public class Notices {
    private static final int MOST = 200;

    private final NoticeStore store;
    private final Clock clock;

    Notices(NoticeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public List<Notice> mine() {
        return store.of(me(), MOST);
    }

    public int unread() {
        UUID user = CurrentUser.get().id();
        return user == null ? 0 : store.unread(user);
    }

    @Transactional
    public void markRead() {
        store.markRead(me(), OffsetDateTime.now(clock));
    }

    /// Tells people what another room has to tell; in the transaction of what it is about. What a
    /// person was told under the same key before is not told again.
    public void tell(Collection<Notice> notices) {
        store.insert(notices);
    }

    public NoticeSettings settings() {
        return store.settings(me()).orElse(NoticeSettings.USUAL);
    }

    @Transactional
    public void change(NoticeSettings settings) {
        if (outside(settings.digestHour())
                || outside(settings.quietFrom())
                || outside(settings.quietUntil())) {
            throw KakehashiException.invalid("review.settings.hours", java.util.Map.of());
        }
        store.save(me(), settings);
    }

    private static boolean outside(int hour) {
        return hour < 0 || hour > 23;
    }

    private static UUID me() {
        UUID user = CurrentUser.get().id();
        if (user == null) {
            throw KakehashiException.forbidden("review.read");
        }
        return user;
    }
}
