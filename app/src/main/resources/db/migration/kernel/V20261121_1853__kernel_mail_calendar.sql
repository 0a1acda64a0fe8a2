-- A mail may carry an invitation (RFC 5546, RFC 6047); like the text it is erased once the mail has gone.
alter table kernel.mails add column calendar text;
comment on column kernel.mails.calendar is '予定の招待(送信後は消去) / Invitation, erased once sent';
