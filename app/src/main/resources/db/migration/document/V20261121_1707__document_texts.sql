-- What is known of a content after somebody looked into it: its words, pages, signatures.
alter table document.contents
    add column examined_at timestamptz,
    add column attempts int not null default 0,
    add column text_state text check (text_state in ('read', 'cut', 'none', 'locked', 'unreadable')),
    add column pages int;
create index on document.contents (used_at) where examined_at is null and gone_at is null;

create table document.texts (
    sha256 text primary key references document.contents,
    body text not null,
    grams text[] not null
);
comment on table document.texts is '内容から読み取った文字 / Words read from contents, for search';
create index on document.texts using gin (grams);
create index on document.texts using gin (lower(body) gin_trgm_ops);

create table document.signatures (
    sha256 text not null references document.contents,
    position int not null,
    signer text not null,
    issuer text not null,
    signed_at timestamptz,
    whole boolean not null,
    intact boolean,
    primary key (sha256, position)
);
comment on table document.signatures is 'PDFに埋め込まれた電子署名(証明書の信頼性は検証していない) / Signatures found inside PDF files; no chain of trust is checked';
