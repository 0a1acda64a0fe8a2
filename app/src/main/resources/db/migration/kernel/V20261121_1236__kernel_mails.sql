-- Mail to people. A line is written in the transaction that causes the mail and sent in the background, so that no mail is
-- lost and none is sent for what never happened. The Message-ID is fixed with the line: should a mail go out twice because
-- nobody can know whether a server took it before a crash, both carry the same one, and the line counts the repeat.
create table kernel.mails (
    id uuid primary key default uuidv7(),
    recipient text not null,
    language text not null check (language in ('ja', 'en')),
    subject text not null,
    body text,
    message_id text not null unique,
    state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'refused')),
    attempts int not null default 0,
    possible_repeats int not null default 0,
    next_try_at timestamptz not null default now(),
    problem text,
    created_at timestamptz not null default now(),
    sent_at timestamptz,
    check (body is not null or state in ('sent', 'refused'))
);
comment on table kernel.mails is '送信メール / Mails to send';
comment on column kernel.mails.recipient is '宛先 / Recipient';
comment on column kernel.mails.language is '言語 / Language';
comment on column kernel.mails.subject is '件名 / Subject';
comment on column kernel.mails.body is '本文(送信後は消去) / Text, erased once sent';
comment on column kernel.mails.message_id is 'メッセージID / Message-ID';
comment on column kernel.mails.state is '状態 / State';
comment on column kernel.mails.attempts is '送信回数 / Attempts';
comment on column kernel.mails.possible_repeats is '重複の可能性 / Possible repeats';
comment on column kernel.mails.next_try_at is '次回送信 / Next attempt';
comment on column kernel.mails.problem is '問題 / Problem';
comment on column kernel.mails.sent_at is '送信日時 / Sent at';
create index on kernel.mails (next_try_at) where state in ('waiting', 'sending');
create index on kernel.mails (created_at desc);
