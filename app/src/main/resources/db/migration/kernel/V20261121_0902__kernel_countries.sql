-- Countries and regions (国・地域) by ISO 3166-1 alpha-2 code, with the region of the world that Japanese statistics put them
-- in (the Ministry of Foreign Affairs' division: Central Asia and the Caucasus with Europe, Afghanistan, Iran and Türkiye with
-- the Middle East, North Africa with Africa), and their place in the order of their names in each language (CLDR 48).
create table kernel.countries (
    code text primary key,
    region text not null check (region in ('asia', 'oceania', 'north_america', 'latin_america', 'europe', 'middle_east', 'africa', 'other')),
    rank_ja smallint not null,
    rank_en smallint not null
);
comment on table kernel.countries is '国・地域 / Countries and regions';
comment on column kernel.countries.code is '国・地域コード / Country or region code';
comment on column kernel.countries.region is '地域区分 / Region of the world';
comment on column kernel.countries.rank_ja is '日本語名の順 / Order of the Japanese name';
comment on column kernel.countries.rank_en is '英語名の順 / Order of the English name';

insert into kernel.countries (code, region, rank_ja, rank_en)
select code, region, array_position(ja.codes, code), array_position(en.codes, code)
from (values
    ('asia', 'BD BN BT CN HK ID IN JP KH KP KR LA LK MM MN MO MV MY NP PH PK SG TH TL TW VN'),
    ('oceania', 'AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS'),
    ('north_america', 'BM CA GL PM US'),
    ('latin_america', 'AG AI AR AW BB BL BO BQ BR BS BV BZ CL CO CR CU CW DM DO EC FK GD GF GP GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI'),
    ('europe', 'AD AL AM AT AX AZ BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GE GG GI GR HR HU IE IM IS IT JE KG KZ LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM TJ TM UA UZ VA XK'),
    ('middle_east', 'AE AF BH IL IQ IR JO KW LB OM PS QA SA SY TR YE'),
    ('africa', 'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW'),
    ('other', 'AQ')
) as grouped (region, listed),
string_to_table(listed, ' ') as code,
(select string_to_array(replace('IS IE AZ AF US AE DZ AR AW AL AM AI AO AG AD YE IL IT IQ IR IN ID WF UG UA UZ UY EC EG EE SZ ET ER SV AU AT AX OM NL BQ
GH CV GG GY KZ QA CA GA CM GM KH GN GW CY CU CW GR KI KG GT GP GU KW CK GL CX GD HR KY KE CI CC CR XK KM CO CG CD SA GS
WS BL MF ST ZM PM SM SL DJ GI JE JM GE SY SG SX ZW CH SE SD SJ ES SR LK SK SI SC SN RS KN VC SH LC SO SB TC TH TJ TZ CZ
TD TN CL TV DK DE TG TK DO DM TT TM TR TO NG NR NA NU NI NE NC NZ NP NF NO HM BH HT PK VA PA VU BS PG BM PW PY BB PS HU
BD PN FJ PH FI BT BV PR FO FK BR FR BG BF BN BI VN BJ VE BY BZ PE BE PL BA BW BO PT HN MH MO MG YT MW ML MT MQ MY IM FM
MM MX MU MR MZ MC MV MD MA MN ME MS JO LA LV LT LY LI LR RO LU RW LS LB RE RU GB IO VG KR HK UM EH GQ TW CF CN TL ZA SS
AQ JP GF PF TF VI AS MK MP KP', E'
', ' '), ' ')) as ja (codes),
(select string_to_array(replace('AF AX AL DZ AS AD AO AI AQ AG AR AM AW AU AT AZ BS BH BD BB BY BE BZ BJ BM BT BO BA BW BV BR IO VG BN BG BF BI KH CM CA
CV BQ KY CF TD CL CN CX CC CO KM CG CD CK CR CI HR CU CW CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FK FO FJ FI FR GF PF
TF GA GM GE DE GH GI GR GL GD GP GU GT GG GN GW GY HT HM HN HK HU IS IN ID IR IQ IE IM IL IT JM JP JE JO KZ KE KI XK KW
KG LA LV LB LS LR LY LI LT LU MO MG MW MY MV ML MT MH MQ MR MU YT MX FM MD MC MN ME MS MA MZ MM NA NR NP NL NC NZ NI NE
NG NU NF KP MK MP NO OM PK PW PS PA PG PY PE PH PN PL PT PR QA RE RO RU RW WS SM ST SA SN RS SC SL SG SX SK SI SB SO ZA
GS KR SS ES LK BL SH KN LC MF PM VC SD SR SJ SE CH SY TW TJ TZ TH TL TG TK TO TT TN TR TM TC TV UM VI UG GB UA AE US UY
UZ VU VA VE VN WF EH YE ZM ZW', E'
', ' '), ' ')) as en (codes);
