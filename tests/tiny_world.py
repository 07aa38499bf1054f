"""A tiny world for tests: a curated folder with a few invented rows in every table.

The rows are here to be read. `sources` is not a column: it names the publishers of a row, and each
of them becomes a row of evidence.csv. A fact that names none was reported by the Gazette alone.
Somebody has read the pages of the primary publishers, and no others.
"""

from __future__ import annotations

import csv
from copy import deepcopy
from pathlib import Path

from etl.build import Built, build
from etl.check import check
from etl.contract import Table
from etl.faults import Fault
from etl.tables import TABLES

Row = dict[str, str]


def row(**cells: str) -> Row:
    return cells


LAW, COURT, GUILD = "law.example.gov", "court.example.gov", "guild.example.org"
GAZETTE, HERALD = "gazette.example.com", "herald.example.com"
WIKI, MIRROR = "wiki.example.net", "mirror.example.net"
READ = row(checked_on="2026-11-22", says="It says so.")

ROWS: dict[str, list[Row]] = {
    "publishers": [
        row(publisher_id=LAW, name="Statutes of Example", kind="official"),
        row(publisher_id=COURT, name="Dockets of Example", kind="court"),
        row(publisher_id=GUILD, name="Guild of Example", kind="union"),
        row(publisher_id=GAZETTE, name="The Gazette", kind="press"),
        row(publisher_id=HERALD, name="The Herald", kind="trade_press"),
        row(publisher_id=WIKI, name="Open Wiki", kind="community"),
        row(publisher_id=MIRROR, name="Mirror of Everything", kind="aggregator"),
    ],
    "countries": [
        row(country="DE", name="Germany"),
        row(country="US", name="United States"),
    ],
    "jurisdictions": [
        row(jurisdiction="CA", name="California", kind="state", tile_row="4", tile_column="1"),
        row(jurisdiction="NY", name="New York", kind="state", tile_row="2", tile_column="10"),
        row(jurisdiction="US", name="United States", kind="federal"),
    ],
    "companies": [
        row(company_id="inkwell-press", name="Inkwell Press", kind="book_publisher", country="US"),
        row(
            company_id="robot-labs",
            name="Robot Labs",
            kind="ai_developer",
            country="US",
            url="https://robot-labs.example.com",
        ),
        row(company_id="robot-music", name="Robot Music", kind="platform", parent_id="robot-labs"),
    ],
    "courts": [
        row(court_id="example-land", name="Landgericht Example", level="trial", country="DE"),
        row(court_id="example-trial", name="Example Trial Court", level="trial", country="US"),
    ],
    # One bill for each standing in law; the dates of sb1 lead it through all of them in turn.
    "bills": [
        row(
            bill_id="us-ca-2024-ab5",
            jurisdiction="CA",
            session="2024",
            number="AB 5",
            title="Replica Contract Act",
            status="enacted",
            topics="digital_replica|performer_contracts",
            protections="contract_guard|likeness_consent",
            crafts="actor|voice_actor",
            summary="Voids replica clauses that do not say what the replica is for.",
            official_url="https://law.example.gov/ab5",
            sources=GUILD,
        ),
        row(
            bill_id="us-ca-2025-sb1",
            jurisdiction="CA",
            session="2025",
            number="SB 1",
            title="Training List Act",
            status="enacted",
            topics="training_data_transparency",
            protections="training_transparency",
            summary="Asks developers to list what they trained on.",
            enforcement="attorney_general",
            as_of="2026-09-01",
            sources=f"{LAW} {GAZETTE}",
        ),
        row(
            bill_id="us-ny-2025-a2",
            jurisdiction="NY",
            session="2025",
            number="A 2",
            title="Label Act",
            status="enacted",
            topics="ai_disclosure",
            protections="use_disclosure",
            summary="Asks for labels on synthetic performers.",
            sources=f"{GAZETTE} {HERALD}",
        ),
        row(
            bill_id="us-ny-2025-s3",
            jurisdiction="NY",
            session="2025",
            number="S 3",
            title="Warning Act",
            status="vetoed",
            topics="employment_ai",
            protections="notice_bargaining",
            summary="Would have asked for a warning before AI replaces a job.",
            sources=f"{GAZETTE} {GAZETTE}",
        ),
        row(
            bill_id="us-us-2026-hr4",
            jurisdiction="US",
            session="119",
            number="H.R. 4",
            title="Replica Act",
            status="introduced",
            topics="digital_replica",
            protections="likeness_consent|postmortem_rights",
            summary="Would give everyone a right in their voice and likeness.",
            sources=f"{WIKI} {MIRROR}",
        ),
    ],
    "bill_dates": [
        row(bill_date_id="ab5.1", bill_id="us-ca-2024-ab5", kind="signed", date="2024-09-20"),
        row(bill_date_id="ab5.2", bill_id="us-ca-2024-ab5", kind="effective", date="2025-01-01"),
        row(bill_date_id="ab5.3", bill_id="us-ca-2024-ab5", kind="operative", date="2027-01-01"),
        row(bill_date_id="sb1.1", bill_id="us-ca-2025-sb1", kind="introduced", date="2025-01-10"),
        row(bill_date_id="sb1.2", bill_id="us-ca-2025-sb1", kind="signed", date="2025-10-01"),
        row(bill_date_id="sb1.3", bill_id="us-ca-2025-sb1", kind="effective", date="2026-01-01"),
        row(bill_date_id="sb1.4", bill_id="us-ca-2025-sb1", kind="enjoined", date="2026-06-01"),
        row(bill_date_id="sb1.5", bill_id="us-ca-2025-sb1", kind="repealed", date="2026-09-01"),
        row(bill_date_id="a2.1", bill_id="us-ny-2025-a2", kind="introduced", date="2025-02"),
        row(bill_date_id="a2.2", bill_id="us-ny-2025-a2", kind="signed", date="2025-11-20"),
        row(bill_date_id="s3.1", bill_id="us-ny-2025-s3", kind="introduced", date="2025-03-01"),
        row(bill_date_id="hr4.1", bill_id="us-us-2026-hr4", kind="introduced", date="2026-02-01"),
        row(bill_date_id="hr4.2", bill_id="us-us-2026-hr4", kind="last_action", date="2026-03-05"),
    ],
    "bill_events": [
        row(
            event_id="s3-passes",
            bill_id="us-ny-2025-s3",
            date="2025-06-10",
            kind="passed_legislature",
            summary="Both houses pass the Warning Act.",
        ),
        row(
            event_id="s3-veto",
            bill_id="us-ny-2025-s3",
            date="2025-12-15",
            kind="vetoed",
            summary="The governor vetoes the Warning Act.",
        ),
    ],
    "bill_links": [
        row(
            bill_link_id="sb1.amends.ab5",
            bill_id="us-ca-2025-sb1",
            kind="amends",
            other_bill_id="us-ca-2024-ab5",
        ),
    ],
    # The Congress of hr4 is open until the first days of 2027; then hr4 dies.
    "sessions": [
        row(session_id="us-119", jurisdiction="US", session="119", ends_on="2027-01-03"),
    ],
    "federal_actions": [
        row(
            action_id="fed-2026-order",
            date="2026-04-02",
            body="president",
            kind="executive_order",
            title="Order on state AI laws",
            status="in effect",
            effect_on_states="pressures",
            protections="training_transparency",
            summary="Asks agencies to list state laws on AI.",
        ),
        row(
            action_id="fed-2025-report",
            date="2025-05",
            body="copyright_office",
            kind="report",
            title="Report on training",
            status="published",
            effect_on_states="none",
            protections="training_consent",
            summary="Finds that some training needs a licence.",
        ),
    ],
    "state_year_counts": [
        row(
            count_id="ca-2025",
            jurisdiction="CA",
            year="2025",
            bills_considered="12",
            bills_enacted="3",
            scope="AI bills, counted by the Gazette",
        ),
        row(
            count_id="ny-2025",
            jurisdiction="NY",
            year="2025",
            bills_considered="9",
            scope="AI bills, counted by the Gazette",
        ),
    ],
    "unions": [
        row(
            union_id="players-guild",
            name="Guild of Players",
            short_name="Players",
            country="US",
            crafts="actor|voice_actor",
            members="1200",
            members_as_of="2026-01",
            sources=GUILD,
        ),
        row(
            union_id="writers-guild",
            name="Guild of Writers",
            short_name="Writers",
            country="US",
            crafts="writer",
            members="800",
            members_as_of="2025",
            sources=GUILD,
        ),
    ],
    # players-2026 replaces players-2023 a month after that one ran out; writers-2026 is only talks.
    "agreements": [
        row(
            agreement_id="players-2023",
            union_id="players-guild",
            title="Players Agreement 2023",
            kind="collective",
            sector="film_tv",
            counterparty="Studios of Example",
            stated_status="superseded",
            tentative_on="2023-07-01",
            ratified_on="2023-07-20",
            ratification_yes_pct="78.5",
            effective_on="2023-08-01",
            expires_on="2026-06-30",
            crafts="actor|voice_actor",
            members_covered="1000",
            summary="First section on AI.",
            sources=f"{GAZETTE} {GUILD}",
        ),
        row(
            agreement_id="players-2026",
            union_id="players-guild",
            title="Players Agreement 2026",
            kind="collective",
            sector="film_tv",
            counterparty="Studios of Example",
            stated_status="in_force",
            tentative_on="2026-07-01",
            ratified_on="2026-07-20",
            effective_on="2026-08-01",
            expires_on="2029-06-30",
            crafts="actor|voice_actor",
            supersedes="players-2023",
            summary="Pay for replicas.",
            sources=f"{GAZETTE} {HERALD}",
        ),
        row(
            agreement_id="writers-2024",
            union_id="writers-guild",
            title="Writers Agreement 2024",
            kind="collective",
            sector="film_tv",
            counterparty="Studios of Example",
            stated_status="expired",
            ratified_on="2024-05-10",
            effective_on="2024-07-01",
            expires_on="2025-12-31",
            crafts="writer",
            summary="Nothing on AI yet.",
        ),
        row(
            agreement_id="writers-2026",
            union_id="writers-guild",
            title="Writers Agreement 2026",
            kind="collective",
            sector="film_tv",
            counterparty="Studios of Example",
            stated_status="in_negotiation",
            crafts="writer",
            summary="Talks are under way.",
        ),
    ],
    "provisions": [
        row(
            provision_id="p23-consent-1",
            agreement_id="players-2023",
            protection="likeness_consent",
            strength="weak",
            summary="The studio will try to ask.",
        ),
        row(
            provision_id="p23-consent-2",
            agreement_id="players-2023",
            protection="likeness_consent",
            strength="strong",
            summary="No replica without written consent.",
            clause_ref="Article 7",
            sources=GUILD,
        ),
        row(
            provision_id="p23-training",
            agreement_id="players-2023",
            protection="training_consent",
            strength="absent",
            summary="Nothing on training.",
        ),
        row(
            provision_id="p23-hiring",
            agreement_id="players-2023",
            protection="human_hiring",
            strength="partial",
            summary="Extras stay human up to a number.",
        ),
        row(
            provision_id="p26-pay",
            agreement_id="players-2026",
            protection="replica_compensation",
            strength="strong",
            summary="A replica's day is paid as a day.",
        ),
    ],
    "demands": [
        row(
            demand_id="d23-hiring",
            agreement_id="players-2023",
            protection="human_hiring",
            outcome="refused",
            summary="The union asked for no synthetic performers at all.",
        ),
        row(
            demand_id="d23-opt-out",
            agreement_id="players-2023",
            protection="opt_out",
            outcome="refused",
            summary="The union asked for a way out of training.",
        ),
        row(
            demand_id="dw26-training",
            agreement_id="writers-2026",
            protection="training_consent",
            outcome="open",
            summary="The union asks for consent to training.",
        ),
    ],
    # Somebody looked: nothing in one contract, unclear in another, nothing in one state.
    "judgements": [
        row(
            judgement_id="ny-scan-security",
            jurisdiction="NY",
            protection="scan_security",
            finding="none_found",
            looked_on="2026-09-20",
            looked_in="Statutes of Example",
            summary="No statute on the keeping of scans.",
        ),
        row(
            judgement_id="players-2023-retraining",
            agreement_id="players-2023",
            protection="retraining",
            finding="none_found",
            looked_on="2026-09-20",
            looked_in="The whole agreement",
            summary="Nothing on training for other work.",
        ),
        row(
            judgement_id="players-2026-opt-out",
            agreement_id="players-2026",
            protection="opt_out",
            finding="not_judged",
            looked_on="2026-09-20",
            looked_in="The summary for members",
            summary="The full text is not public.",
        ),
    ],
    "bargaining_events": [
        row(
            event_id="players-vote",
            union_id="players-guild",
            agreement_id="players-2026",
            date="2026-07-20",
            kind="ratified",
            summary="Members ratify the deal.",
        ),
        row(
            event_id="writers-talks",
            union_id="writers-guild",
            date="2026-09",
            kind="talks_open",
            summary="Talks open.",
        ),
    ],
    "employers": [
        row(
            employer_id="studios.robot-music",
            employer="Studios of Example",
            company_id="robot-music",
            link="member",
            as_of="2026-09",
        ),
    ],
    # lyre-v-robot has no filing date, so a good build has exactly one warning; reel-v-robot was
    # reported without its claims.
    "cases": [
        row(
            case_id="pen-v-robot",
            short_name="Pen v. Robot",
            court_id="example-trial",
            docket_number="1:25-cv-1",
            country="US",
            filed_on="2025-09-02",
            plaintiff_class="book_authors",
            works="books",
            claims="contract|direct_infringement",
            protections="training_consent",
            stage="summary_judgment",
            status="pending",
            as_of="2026-05-01",
            sources=f"{COURT} {GAZETTE}",
        ),
        row(
            case_id="brush-v-robot",
            short_name="Brush v. Robot",
            court_id="example-trial",
            country="US",
            filed_on="2026-02",
            plaintiff_class="visual_artists",
            works="images",
            claims="right_of_publicity",
            protections="likeness_consent",
            stage="closed",
            status="settled",
            outcome="Settled for a sum.",
            settlement_usd="250000",
            sources=f"{WIKI} {MIRROR}",
        ),
        row(
            case_id="lyre-v-robot",
            short_name="Lyre v. Robot",
            court_id="example-land",
            country="DE",
            plaintiff_class="musicians",
            works="lyrics",
            claims="direct_infringement",
            protections="training_compensation",
            stage="complaint",
            status="stayed",
            sources=f"{COURT} {GAZETTE}",
        ),
        row(
            case_id="reel-v-robot",
            short_name="Reel v. Robot",
            country="US",
            filed_on="2026-03-10",
            plaintiff_class="film_studios",
            stage="complaint",
            status="dismissed",
        ),
    ],
    "case_parties": [
        row(
            case_party_id="pen.p1",
            case_id="pen-v-robot",
            side="plaintiff",
            name="P. Pen",
            kind="person",
        ),
        row(
            case_party_id="pen.p2",
            case_id="pen-v-robot",
            side="plaintiff",
            name="Inkwell Press",
            kind="company",
            company_id="inkwell-press",
        ),
        row(
            case_party_id="pen.d1",
            case_id="pen-v-robot",
            side="defendant",
            name="Robot Labs",
            kind="company",
            company_id="robot-labs",
        ),
        row(
            case_party_id="lyre.p1",
            case_id="lyre-v-robot",
            side="plaintiff",
            name="L. Lyre",
            kind="person",
        ),
    ],
    "rulings": [
        row(
            ruling_id="pen-pleading",
            case_id="pen-v-robot",
            date="2025-12-01",
            level="trial",
            doctrine="pleading",
            direction="mixed",
            finality="interim",
            summary="Part of the complaint goes on.",
            sources=COURT,
        ),
        row(
            ruling_id="pen-fair-use",
            case_id="pen-v-robot",
            date="2026-05-01",
            level="trial",
            doctrine="fair_use",
            direction="for_plaintiff",
            finality="final",
            summary="Copying whole books was not fair use.",
            sources=COURT,
        ),
    ],
    "case_events": [
        row(
            event_id="pen-motion",
            case_id="pen-v-robot",
            date="2025-11-10",
            kind="motion",
            summary="Robot Labs moves to dismiss.",
        ),
        row(
            event_id="pen-hearing",
            case_id="pen-v-robot",
            date="2027-03-01",
            kind="scheduled",
            summary="Hearing on damages.",
        ),
    ],
    "cautions": [
        row(
            caution_id="cases.lyre-v-robot",
            table_name="cases",
            row_id="lyre-v-robot",
            reason="The docket could not be read again.",
            since="2026-09-20",
        ),
    ],
    "practices": [
        row(
            practice_id="inkwell-robot-deal",
            company_id="robot-labs",
            kind="license_deal",
            title="Licence for the Inkwell catalogue",
            announced_on="2026-03-15",
            media="books|text",
            stance="mixed",
            protections="training_compensation",
            terms_disclosed="false",
            amount_usd="1000000",
            creators_opt_in="unknown",
            summary="Robot Labs pays Inkwell Press for its books.",
            sources=f"{GAZETTE} {HERALD}",
        ),
        row(
            practice_id="robot-opt-out",
            company_id="robot-music",
            kind="opt_out_tool",
            title="A form to refuse training",
            announced_on="2025-06",
            media="music",
            stance="advances",
            protections="opt_out",
            terms_disclosed="true",
            creators_opt_in="true",
            summary="Musicians can refuse by form.",
        ),
    ],
    "practice_parties": [
        row(
            practice_party_id="deal.buyer",
            practice_id="inkwell-robot-deal",
            role="buyer",
            name="Robot Labs",
            company_id="robot-labs",
        ),
        row(
            practice_party_id="deal.seller",
            practice_id="inkwell-robot-deal",
            role="seller",
            name="Inkwell Press",
            company_id="inkwell-press",
        ),
        row(
            practice_party_id="form.actor",
            practice_id="robot-opt-out",
            role="actor",
            name="Robot Music",
            company_id="robot-music",
        ),
    ],
    "practice_events": [
        row(
            event_id="deal.announced",
            practice_id="inkwell-robot-deal",
            date="2026-03-15",
            kind="announced",
            summary="Both say so.",
        ),
        row(
            event_id="deal.closed",
            practice_id="inkwell-robot-deal",
            date="2026-06-30",
            kind="closed",
            summary="The first payment is made.",
        ),
    ],
    "incidents": [
        row(
            incident_id="cloned-voice",
            date="2026-01-20",
            title="A cloned voice reads the news",
            company_ids="robot-labs|robot-music",
            harms="voice_clone|likeness",
            crafts="voice_actor",
            summary="A broadcaster used a voice without asking.",
        ),
    ],
    "ai_crawlers": [
        row(
            crawler_id="robotbot",
            bot="RobotBot",
            operator="Robot Labs",
            company_id="robot-labs",
            respects_robots="yes",
            use_class="training",
            as_of="2026-08",
        ),
    ],
    "transparency_scores": [
        row(
            score_id="robot-labs-2025",
            company_id="robot-labs",
            index_name="Example Index",
            year="2025",
            score="41",
            max_score="100",
        ),
    ],
    "transparency_indicators": [
        row(
            indicator_id="robot-labs-2025-licences",
            company_id="robot-labs",
            year="2025",
            subdomain="Data",
            indicator="Licences of the data",
            score="0",
        ),
    ],
    "letters": [
        row(
            letter_id="ask-first",
            title="Ask First",
            kind="open_letter",
            stance="for_safeguards",
            organizer="Guild of Writers",
            launched_on="2025-10-05",
            demands="training_consent|training_compensation",
            url="https://guild.example.org/ask-first",
            summary="Asks companies to ask before they train.",
        ),
        row(
            letter_id="new-brushes",
            title="New Brushes",
            kind="statement",
            stance="for_ai_tools",
            organizer="Painters of Example",
            launched_on="2026",
            summary="Asks for room to use new tools.",
        ),
    ],
    "letter_counts": [
        row(count_id="ask-first.1", letter_id="ask-first", date="2025-10-05", signatures="150"),
        row(count_id="ask-first.2", letter_id="ask-first", date="2025-12-01", signatures="420"),
    ],
    "signatories": [
        row(
            signatory_id="ada-example",
            name="Ada Example",
            kind="person",
            primary_craft="writer",
            crafts="writer|producer",
            known_for="The Example Trilogy",
            country="US",
        ),
        row(
            signatory_id="bo-example",
            name="Bo Example",
            kind="person",
            primary_craft="composer",
            crafts="composer",
        ),
        row(
            signatory_id="guild-of-writers",
            name="Guild of Writers",
            kind="organization",
            primary_craft="writer",
        ),
    ],
    "signatures": [
        row(
            signature_id="ask-first.ada",
            letter_id="ask-first",
            signatory_id="ada-example",
            role="founder",
            credited_as="novelist",
            reported_on="2025-10-05",
        ),
        row(
            signature_id="ask-first.bo",
            letter_id="ask-first",
            signatory_id="bo-example",
            role="signatory",
            credited_as="composer",
        ),
    ],
    "coalition_events": [
        row(
            event_id="coalition-launch",
            date="2025-12-16",
            kind="launch",
            summary="The coalition introduces itself.",
        ),
        row(
            event_id="coalition-panel",
            date="2026-04",
            kind="panel",
            summary="Members speak at a festival.",
        ),
    ],
    "developments": [
        row(
            development_id="eu-code-deadline",
            date="2027-08-02",
            domain="legislation",
            kind="deadline",
            country="DE",
            title="Old models must comply",
            summary="Models from before the act must follow it.",
        ),
        row(
            development_id="half-of-uploads",
            date="2026-07-21",
            domain="practices",
            kind="figures",
            country="US",
            jurisdiction="NY",
            title="Half of uploads are synthetic",
            summary="Robot Music counts its uploads.",
        ),
    ],
    "development_subjects": [
        row(
            development_subject_id="half-of-uploads.robot-music",
            development_id="half-of-uploads",
            table_name="companies",
            row_id="robot-music",
        ),
    ],
    "corrections": [
        row(
            correction_id="bills.us-ny-2025-a2.status",
            date="2026-09-20",
            table_name="bills",
            record_id="us-ny-2025-a2",
            column_name="status",
            was="introduced",
            now="enacted",
            reason="The governor had signed it.",
        ),
    ],
    "row_floors": [],  # filled with one row for every table
    "evidence": [],  # filled from the sources named above
}


class World:
    """A curated folder and a warehouse of its own, made to be spoiled one cell at a time."""

    def __init__(self, root: Path) -> None:
        self.curated = root / "curated"
        self.warehouse = root / "warehouse"
        self.curated.mkdir(parents=True)
        self.columns = {t.name: list(t.names) for t in TABLES.values() if not t.from_vocabulary}
        self.rows = deepcopy(ROWS)
        self.rows["row_floors"] = [
            row(floor_id=name.replace("_", "-"), table_name=name, least_rows="1")
            for name in self.columns
        ]
        for table in self.columns:
            for cells in self.rows[table]:
                self._take_sources(TABLES[table], cells)
        for table in self.columns:
            self.write(table)

    def csv(self, table: str) -> Path:
        return self.curated / f"{table}.csv"

    def change(self, table: str, row_id: str, /, **cells: str) -> None:
        self._row(table, row_id).update(cells)
        self.write(table)

    def add(self, table: str, /, **cells: str) -> None:
        """Add a row, and the evidence that its `sources` (or else the Gazette) give."""
        self.rows[table].append(cells)
        self._take_sources(TABLES[table], cells)
        self.write(table)
        self.write("evidence")

    def copy(self, table: str, row_id: str, /, **cells: str) -> None:
        """Add a row that is like another but for `cells`."""
        self.add(table, **{**self._row(table, row_id), **cells})

    def drop(self, table: str, row_id: str) -> None:
        """Take a row out, and the evidence for it."""
        self.rows[table].remove(self._row(table, row_id))
        pointers = [e for e in self.rows["evidence"] if e["table_name"] == table]
        for evidence in [e for e in pointers if e["row_id"] == row_id]:
            self.rows["evidence"].remove(evidence)
        self.write(table)
        self.write("evidence")

    def drop_column(self, table: str, column: str) -> None:
        self.columns[table].remove(column)
        self.write(table)

    def write(self, table: str) -> None:
        """Write the rows to their file in the order they have here, so lines can be counted."""
        with self.csv(table).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(
                file, self.columns[table], restval="", extrasaction="ignore", lineterminator="\n"
            )
            writer.writeheader()
            writer.writerows(self.rows[table])

    def faults(self) -> list[Fault]:
        return check(self.curated).faults

    def build(self, force: bool = False) -> Built:
        return build(self.curated, self.warehouse, force=force)

    def _row(self, table: str, row_id: str) -> Row:
        key = TABLES[table].key
        return next(cells for cells in self.rows[table] if cells[key] == row_id)

    def _take_sources(self, table: Table, cells: Row) -> None:
        sources = cells.pop("sources", GAZETTE).split()
        if not table.is_fact or table.part_of:
            return
        row_id = cells[table.key]
        for number, publisher in enumerate(sources, start=1):
            self.rows["evidence"].append(
                row(
                    evidence_id=f"{table.name.replace('_', '-')}.{row_id}.{number}",
                    table_name=table.name,
                    row_id=row_id,
                    url=f"https://{publisher}/{row_id}/{number}",
                    publisher_id=publisher,
                    accessed="2026-11-22",
                    **(READ if publisher in (LAW, COURT, GUILD, HERALD) else {}),
                )
            )
