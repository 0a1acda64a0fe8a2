-- A memorandum is a record of its own: its conditions and signers hang on it and stay on it when another one is taken off.
alter table agreement.annexes drop constraint annexes_agreement_id_position_key;
alter table agreement.annexes add constraint annexes_in_order unique (agreement_id, position) deferrable initially deferred;

alter table agreement.annexes
    add column renewal_mode text not null default 'unknown' check (renewal_mode in ('automatic', 'by_evaluation', 'new_signature', 'none', 'unknown')),
    add column renewal_years int check (renewal_years between 1 and 99),
    add column notice_months int check (notice_months between 0 and 120),
    add column text_languages text[] not null default '{}',
    add column binding_language text,
    add column waived_fees text[] not null default '{}' check (waived_fees <@ array['examination', 'admission', 'tuition']),
    add column waiver_article text,
    add column waiver_ja text,
    add column waiver_en text,
    add column credit_transfer text not null default 'unknown' check (credit_transfer in ('yes', 'no', 'unknown')),
    add column credit_ja text,
    add column credit_en text,
    add column weight_year numeric(6, 2) check (weight_year > 0),
    add column weight_semester numeric(6, 2) check (weight_semester > 0),
    add column weight_short numeric(6, 2) check (weight_short >= 0),
    add column carry_over text not null default 'unknown' check (carry_over in ('none', 'years', 'term', 'unknown')),
    add column carry_years int check (carry_years between 1 and 20),
    add column degrees_ja text,
    add column degrees_en text,
    add column selection_ja text,
    add column selection_en text;
comment on column agreement.annexes.renewal_mode is '更新方法 / How it is renewed';
comment on column agreement.annexes.renewal_years is '更新後の期間(年) / Years of a renewal';
comment on column agreement.annexes.notice_months is '終了の予告期間(月) / Months of notice';
comment on column agreement.annexes.text_languages is '覚書の言語 / Languages of the text';
comment on column agreement.annexes.binding_language is '正文の言語 / Language of the binding text';
comment on column agreement.annexes.waived_fees is '徴収しない費用 / Fees that are waived';
comment on column agreement.annexes.waiver_article is '授業料不徴収の条項番号 / Article that waives the fees';
comment on column agreement.annexes.waiver_ja is '授業料不徴収の条文(日本語) / Clause that waives the fees, in Japanese';
comment on column agreement.annexes.waiver_en is '授業料不徴収の条文(英語) / Clause that waives the fees, in English';
comment on column agreement.annexes.credit_transfer is '単位互換 / Credit transfer';
comment on column agreement.annexes.credit_ja is '単位互換の条文(日本語) / Clause on credits, in Japanese';
comment on column agreement.annexes.credit_en is '単位互換の条文(英語) / Clause on credits, in English';
comment on column agreement.annexes.weight_year is '1年間の滞在の換算 / What a stay of a year counts';
comment on column agreement.annexes.weight_semester is '1学期の滞在の換算 / What a stay of a semester counts';
comment on column agreement.annexes.weight_short is '短期の滞在の換算 / What a short stay counts';
comment on column agreement.annexes.carry_over is '枠の繰越し / How unused places are carried over';
comment on column agreement.annexes.carry_years is '繰越し年数 / Years over which they are carried';
comment on column agreement.annexes.degrees_ja is '授与する学位(日本語) / Degrees, in Japanese';
comment on column agreement.annexes.degrees_en is '授与する学位(英語) / Degrees, in English';
comment on column agreement.annexes.selection_ja is '選抜方法・条件(日本語) / How students are chosen, in Japanese';
comment on column agreement.annexes.selection_en is '選抜方法・条件(英語) / How students are chosen, in English';
call kernel.track('agreement.annexes');

-- What one side may send the other: one direction each, with the fields of a cooperation condition of Erasmus Without Paper.
create table agreement.conditions (
    id uuid primary key default uuidv7(),
    annex_id uuid not null references agreement.annexes on delete cascade,
    position int not null,
    activity text not null check (activity in ('student_studies', 'student_traineeship', 'staff_teaching', 'staff_training')),
    direction text not null check (direction in ('inbound', 'outbound')),
    home_ounit text,
    partner_ounit text,
    places int check (places >= 0),
    per text not null default 'persons_per_year' check (per in ('persons_per_year', 'persons_per_semester', 'semesters_per_year', 'persons_in_term', 'unknown')),
    period text not null default 'unknown' check (period in ('year', 'semester', 'short', 'unknown')),
    total_months numeric(8, 2) check (total_months > 0),
    total_days numeric(8, 2) check (total_days > 0),
    blended boolean,
    eqf_levels int[] not null default '{}',
    waiver text check (waiver in ('yes', 'no', 'unknown')),
    first_year text check (first_year ~ '^[0-9]{4}/[0-9]{4}$'),
    last_year text check (last_year ~ '^[0-9]{4}/[0-9]{4}$'),
    subjects jsonb not null default '[]',
    languages jsonb not null default '[]',
    terms_ja text,
    terms_en text,
    unique (annex_id, position) deferrable initially deferred,
    check (last_year >= first_year)
);
comment on table agreement.conditions is '覚書の交流条件(人数枠など) / Conditions of a memorandum: who may go where';
comment on column agreement.conditions.annex_id is '覚書 / Memorandum';
comment on column agreement.conditions.activity is '活動の種類 / Activity';
comment on column agreement.conditions.direction is '受入れ・派遣の別 / Inbound or outbound';
comment on column agreement.conditions.home_ounit is '本学の部局の識別子 / Identifier of our unit in exchanges of data';
comment on column agreement.conditions.partner_ounit is '相手部局の識別子 / Identifier of the unit of the partner in exchanges of data';
comment on column agreement.conditions.places is '人数枠 / Places';
comment on column agreement.conditions.per is '人数枠の数え方 / Unit in which places are counted';
comment on column agreement.conditions.period is '滞在期間 / Length of a stay';
comment on column agreement.conditions.total_months is '年間の合計月数 / Months a year in all';
comment on column agreement.conditions.total_days is '年間の合計日数 / Days a year in all';
comment on column agreement.conditions.blended is 'オンライン併用の可否 / May it be blended with online study';
comment on column agreement.conditions.eqf_levels is '課程(EQFの段階) / Levels of study (EQF)';
comment on column agreement.conditions.waiver is '授業料不徴収(この条件) / Tuition waiver under this condition';
comment on column agreement.conditions.first_year is '最初の学年度 / First academic year';
comment on column agreement.conditions.last_year is '最後の学年度 / Last academic year';
comment on column agreement.conditions.subjects is '分野(ISCED-F) / Fields of study (ISCED-F)';
comment on column agreement.conditions.languages is '語学水準(CEFR) / Language levels (CEFR)';
comment on column agreement.conditions.terms_ja is 'その他の条件(日本語) / Other terms, in Japanese';
comment on column agreement.conditions.terms_en is 'その他の条件(英語) / Other terms, in English';
call kernel.track('agreement.conditions');

create table agreement.annex_signatures (
    id uuid primary key default uuidv7(),
    annex_id uuid not null references agreement.annexes on delete cascade,
    position int not null,
    side text not null check (side in ('home', 'partner')),
    who text,
    role text,
    signed_date date,
    signed_precision text not null default 'unknown' check (signed_precision in ('day', 'month', 'year', 'unknown')),
    signed_written text not null default '',
    place text,
    unique (annex_id, position) deferrable initially deferred,
    check ((signed_date is null) = (signed_precision = 'unknown'))
);
comment on table agreement.annex_signatures is '覚書の署名 / Signatures of a memorandum';
comment on column agreement.annex_signatures.annex_id is '覚書 / Memorandum';
comment on column agreement.annex_signatures.side is '署名者の側 / Side';
comment on column agreement.annex_signatures.who is '署名者 / Signed by';
comment on column agreement.annex_signatures.role is '職名 / Role of the signer';
comment on column agreement.annex_signatures.signed_date is '署名日 / Signed on';
comment on column agreement.annex_signatures.signed_precision is '署名日の精度 / Precision of the day of signature';
comment on column agreement.annex_signatures.signed_written is '署名日の原文 / Day of signature as written';
comment on column agreement.annex_signatures.place is '署名地 / Place';
call kernel.track('agreement.annex_signatures');

-- What an agreement is called where data are exchanged, and what came with it that is nobody's business here: whom to
-- write to. Contacts are persons: no history is kept of them, so that they can be forgotten.
create table agreement.exchanges (
    agreement_id uuid primary key references agreement.agreements on delete cascade,
    home jsonb not null,
    partner jsonb not null,
    in_effect boolean not null,
    terminated boolean,
    hash text,
    pdf_file text,
    contacts jsonb not null default '{}'
);
comment on table agreement.exchanges is 'データ交換での協定の識別子と連絡先 / Identifiers and contacts of an agreement in exchanges of data';
comment on column agreement.exchanges.home is '本学側の識別子 / Our identifiers';
comment on column agreement.exchanges.partner is '相手側の識別子 / Identifiers of the partner';
comment on column agreement.exchanges.in_effect is '発効済み / In effect';
comment on column agreement.exchanges.terminated is '全体の終了 / Terminated as a whole';
comment on column agreement.exchanges.hash is '受け取った内容のハッシュ値 / Hash of what was received';
comment on column agreement.exchanges.pdf_file is 'PDFの識別子 / Identifier of the PDF file';
comment on column agreement.exchanges.contacts is '条件ごとの連絡先 / Contacts of each condition';
