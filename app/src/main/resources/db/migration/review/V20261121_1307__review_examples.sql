-- Bodies most Japanese universities know. Names, members and roles are the installation's to change.
insert into review.bodies (code, kind, name_ja, name_en, per_unit, role, position) values
    ('president', 'post', '学長(総長)', 'President', false, 'executive', 10),
    ('vice_president', 'post', '国際担当理事・副学長', 'Vice-president for international affairs', false, 'executive', 20),
    ('strategy_office_head', 'post', '国際戦略室長', 'Head of the international strategy office', false, 'executive', 30),
    ('international_office', 'post', '国際担当課', 'International office', false, 'office', 40),
    ('international_center', 'post', '国際交流センター', 'Centre for international exchange', false, 'office', 50),
    ('unit_head', 'post', '部局長', 'Head of the unit', true, 'member', 60),
    ('board', 'committee', '役員会', 'Board', false, 'executive', 100),
    ('council', 'committee', '教育研究評議会', 'Education and research council', false, 'executive', 110),
    ('deans_meeting', 'committee', '部局長会議', 'Meeting of deans', false, 'executive', 120),
    ('international_committee', 'committee', '国際交流委員会', 'International exchange committee', false, 'office', 130),
    ('unit_committee', 'committee', '部局の国際委員会', 'International committee of the unit', true, 'member', 140),
    ('faculty_meeting', 'committee', '教授会等', 'Faculty meeting', true, 'member', 150);

-- Processes as published by five universities, in our own words. They are examples to copy, not in force here.
insert into review.processes (code, name_ja, name_en, kinds, applies, example, university_ja, university_en, source, source_year, note_ja, note_en) values
    ('tohoku-strategic-partner', '戦略的国際パートナーの指定', 'Designation of a strategic international partner', '{matter}', 'topic = strategic_partner', true, '東北大学', 'Tohoku University',
     'bureau.tohoku.ac.jp/kitei/reiki_honbun/u101RG00002695.html', 2019,
     '基準(1)から(4)までのうち複数と(5)を満たすときに、役員会の議を経て総長が指定します。', 'The president designates after deliberation by the board when several of criteria 1 to 4 and also criterion 5 are met.'),
    ('tohoku-engineering', '部局間協定の締結(工学研究科の実務)', 'Department-level agreement (working practice of Engineering)', '{agreement,matter}', 'level = department', true, '東北大学', 'Tohoku University',
     'ied.eng.tohoku.ac.jp/internal-use', null,
     '発議した教員が世話人となります。出典の年は記載されていません。', 'The teacher who proposes becomes the caretaker. The source does not state its year.'),
    ('tokyo-university', '全学協定の締結', 'University-wide agreement', '{agreement,matter}', 'level = university', true, '東京大学', 'The University of Tokyo',
     'u-tokyo.ac.jp, u0740835001.html', 2004,
     '有効期間は原則として明記し、更新できるものとされています。', 'The term is to be stated in principle and may be renewed.'),
    ('tokyo-department', '部局協定の締結', 'Department agreement', '{agreement,matter}', 'level = department', true, '東京大学', 'The University of Tokyo',
     'u-tokyo.ac.jp, u0740835001.html', 2004,
     '部局の責任で締結し、事前に計画を、締結後に結果を知らせます。', 'The department concludes on its own responsibility; it sends the plan before and reports afterwards.'),
    ('saga-university', '大学間協定の締結', 'University-level agreement', '{agreement,matter}', 'level = university', true, '佐賀大学', 'Saga University',
     'irdc.saga-u.ac.jp/information/agreement', 2019,
     'センターが相手機関の質、利点、効果及び将来性を判断し、学長が署名した後、速やかに評議会に報告します。', 'The centre judges quality of the partner, benefit, effect and outlook; the president signs; the council is told at once.'),
    ('saga-department', '部局間協定の締結', 'Department-level agreement', '{agreement,matter}', 'level = department', true, '佐賀大学', 'Saga University',
     'irdc.saga-u.ac.jp/information/agreement', 2019,
     '部局が自らの所掌について締結し、学長とセンターに速やかに報告します。', 'The department concludes on its own matters and reports promptly to the president and the centre.'),
    ('tottori', '学術交流協定の締結', 'Academic exchange agreement', '{agreement,matter}', '', true, '鳥取大学', 'Tottori University',
     'ciatu.tottori-u.ac.jp/ja/exchange-procedure-academic', null,
     '期間は原則5年、双方の署名がそろった日に発効します。確認と決定の主体は出典に明記がなく、ここでは仮に置いています。出典の年は記載されていません。', 'Five years in principle, effective when both sides have signed. The source does not name who checks and decides; the bodies shown here are assumed. It does not state its year either.'),
    ('hokkaido', '大学間協定の締結', 'University-level agreement', '{agreement,matter}', 'level = university', true, '北海道大学', 'Hokkaido University',
     'hokudai.ac.jp/bureau/news/jihou/jihou0309/594_16.htm', 2003,
     '提案書は副学長を経て委員会で審議されます。期間は5年、更新時は実績と次の5年の計画を委員会が確認します。', 'The proposal goes through the vice-president to the committee. Five years; for a renewal the committee looks at the record and the plan of the next five years.');

insert into review.steps (process_id, code, stage, position, kind, name_ja, name_en, body_id, condition, again_on)
select p.id, s.code, s.stage, s.position, s.kind, s.ja, s.en, b.id, s.condition, s.again::text[]
from (values
    ('tohoku-strategic-partner', 'examine', 1, 1, 'consult', '国際戦略室長による審査', 'Review by the head of the international strategy office', 'strategy_office_head', '', '{country}'),
    ('tohoku-strategic-partner', 'board', 2, 1, 'consult', '役員会の議', 'Deliberation by the board', 'board', '', '{country}'),
    ('tohoku-strategic-partner', 'designate', 3, 1, 'decide', '総長による指定', 'Designation by the president', 'president', '', '{country}'),
    ('tohoku-engineering', 'office', 1, 1, 'consult', '国際担当への相談と協定案の作成', 'International office: advice and draft', 'international_office', '', '{}'),
    ('tohoku-engineering', 'committee', 2, 1, 'consult', '運営委員会での審議', 'Steering committee', 'unit_committee', '', '{units}'),
    ('tohoku-engineering', 'faculty', 3, 1, 'decide', '系・専攻合同の教授会での決定', 'Joint faculty meeting decides', 'faculty_meeting', '', '{units}'),
    ('tohoku-engineering', 'sign', 4, 1, 'sign', '研究科長と相手機関の署名', 'Signatures of the dean and the partner', 'unit_head', '', '{}'),
    ('tohoku-engineering', 'report', 5, 1, 'inform', '本部への報告', 'Report to headquarters', 'international_office', '', '{}'),
    ('tokyo-university', 'plan', 1, 1, 'consult', '国際戦略企画室長による計画と案文の検討', 'Plan and draft to the head of the strategy office', 'strategy_office_head', '', '{country,units}'),
    ('tokyo-university', 'deans', 2, 1, 'consult', '部局長の合同会議', 'Joint meeting of deans', 'deans_meeting', '', '{units}'),
    ('tokyo-university', 'board', 3, 1, 'decide', '役員会の議決', 'The board decides', 'board', '', '{country,units}'),
    ('tokyo-university', 'council', 4, 1, 'inform', '教育研究評議会への報告', 'Education and research council is informed', 'council', '', '{}'),
    ('tokyo-university', 'sign', 4, 2, 'sign', '総長の署名', 'The president signs', 'president', '', '{}'),
    ('tokyo-department', 'plan', 1, 1, 'inform', '国際戦略企画室長への計画の通知', 'Plan to the head of the strategy office', 'strategy_office_head', '', '{}'),
    ('tokyo-department', 'decide', 2, 1, 'decide', '部局の責任による決定', 'The department decides', 'faculty_meeting', '', '{country}'),
    ('tokyo-department', 'sign', 3, 1, 'sign', '部局長の署名', 'The dean signs', 'unit_head', '', '{}'),
    ('tokyo-department', 'report', 4, 1, 'inform', '締結後の報告', 'Report afterwards', 'strategy_office_head', '', '{}'),
    ('saga-university', 'center', 1, 1, 'decide', '国際交流センターの判断', 'Judgement of the centre', 'international_center', '', '{country,units}'),
    ('saga-university', 'sign', 2, 1, 'sign', '双方の学長の署名', 'Both presidents sign', 'president', '', '{}'),
    ('saga-university', 'council', 3, 1, 'inform', '評議会への速やかな報告', 'The council is told at once', 'council', '', '{}'),
    ('saga-department', 'decide', 1, 1, 'decide', '部局の決定', 'The department decides', 'unit_head', '', '{country}'),
    ('saga-department', 'president', 2, 1, 'inform', '学長への報告', 'Report to the president', 'president', '', '{}'),
    ('saga-department', 'center', 2, 2, 'inform', 'センターへの報告', 'Report to the centre', 'international_center', '', '{}'),
    ('tottori', 'check', 1, 1, 'consult', '実績・見通しと協定案の確認', 'Record, outlook and draft are checked', 'international_center', '', '{country,level}'),
    ('tottori', 'decide-university', 2, 1, 'decide', '大学間協定の決定', 'Decision, university level', 'president', 'level = university', '{country}'),
    ('tottori', 'decide-department', 2, 2, 'decide', '部局間協定の決定', 'Decision, department level', 'unit_head', 'level = department', '{country}'),
    ('tottori', 'sign-president', 3, 1, 'sign', '学長の署名', 'The president signs', 'president', 'level = university', '{}'),
    ('tottori', 'sign-dean', 3, 2, 'sign', '部局長の署名', 'The dean signs', 'unit_head', 'level = department', '{}'),
    ('hokkaido', 'receive', 1, 1, 'consult', '国際担当副学長による提案書の確認', 'Vice-president looks at the proposal form', 'vice_president', '', '{}'),
    ('hokkaido', 'committee', 2, 1, 'consult', '国際交流委員会の審議', 'International exchange committee', 'international_committee', '', '{country,units}'),
    ('hokkaido', 'vice-president', 3, 1, 'consult', '国際担当副学長の進達', 'Vice-president forwards the result', 'vice_president', '', '{}'),
    ('hokkaido', 'president', 4, 1, 'decide', '総長の決定', 'The president decides', 'president', '', '{country,units}'),
    ('hokkaido', 'council', 5, 1, 'consult', '評議会', 'Council', 'council', '', '{}'),
    ('hokkaido', 'sign', 6, 1, 'sign', '総長又は副学長の署名', 'The president, or a vice-president for him, signs', 'president', '', '{}')
) s(process, code, stage, position, kind, ja, en, body, condition, again)
join review.processes p on p.code = s.process
join review.bodies b on b.code = s.body;

insert into review.checks (step_id, position, text_ja, text_en, evidence)
select t.id, c.position, c.ja, c.en, c.evidence
from (values
    ('tohoku-strategic-partner', 'examine', 1, '基準(1)から(4)まで(国際的に優れた研究・教育・社会連携、学長級の交流、明確な国際戦略、組織的な交流実績)のうち複数を満たす', 'Several of: outstanding activity; exchange at president level; a clear international strategy; a record of organised exchange', true),
    ('tohoku-strategic-partner', 'examine', 2, '基準(5)本学にとって重要で、今後の発展が見込まれる', 'Criterion 5: important for the university, with further development expected', true),
    ('tokyo-university', 'plan', 1, '有効期間が明記されている', 'The term is stated', false),
    ('saga-university', 'center', 1, '相手機関の教育研究の水準', 'Quality of the partner', true),
    ('saga-university', 'center', 2, '協定の利点', 'Benefit', false),
    ('saga-university', 'center', 3, '期待される効果', 'Expected effect', false),
    ('saga-university', 'center', 4, '将来の見通し', 'Outlook', false),
    ('saga-university', 'center', 5, '大学間とする理由(複数部局の実績、他部局の参加希望、相手の要望による格上げ、戦略上の必要のいずれか)', 'Why university level: several units with a record, others want to join, both sides want the upgrade, or strategy needs it', true),
    ('tottori', 'check', 1, '交流実績と今後の見通しが説明されている', 'Record and outlook are described', false),
    ('tottori', 'check', 2, '連絡担当者と責任体制が明らかである', 'Contact person and responsibility are named', false),
    ('tottori', 'check', 3, '必要な経費の確保に努めている', 'Own funds are sought', false),
    ('tottori', 'check', 4, '経費や人員の負担を義務付ける条文がない', 'No text that burdens money or staff', false),
    ('hokkaido', 'committee', 1, '大学の方針に沿う', 'In line with the policy', false),
    ('hokkaido', 'committee', 2, '交流の実績がある', 'There is a record of exchange', true),
    ('hokkaido', 'committee', 3, '今後の計画が示されている', 'There is a plan', false)
) c(process, step, position, ja, en, evidence)
join review.processes p on p.code = c.process
join review.steps t on t.process_id = p.id and t.code = c.step;
