"""What the house rules say and no linter checks, read from the sources."""

import ast
import importlib
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from cpia.celery import app as celery
from cpia.scuola.conservazione import Poi, Termine
from tests.accessi.righe import MODELLI

RADICE = Path(__file__).resolve().parent.parent
APP = [
    configurazione
    for configurazione in apps.get_app_configs()
    if Path(configurazione.path).is_relative_to(RADICE)
    and ".venv" not in Path(configurazione.path).parts
]
SCRITTURE = {"save", "create", "bulk_create", "bulk_update", "update", "delete", "get_or_create"}

# Acts that no person does, and why nobody is their author.
SENZA_AUTORE = {
    "bonus_merito.services.atti.stampe.stampa_carta": "the worker",
    "bonus_merito.services.promemoria.pianifica": "the scheduler",
    "bonus_merito.services.richieste.foglio.stampa_richiesta": "the worker",
    "cpia.atti.albo.services.attestazione.stampa_attestazione": "the worker prints for an act",
    "cpia.atti.albo.services.ripulitura.ripulisci_prossima": "the scheduler",
    "cpia.portale.istituto_pubblico.services.segnala": "anybody may report, without a name",
    "cpia.atti.services.documenti.registra_stampa": "the worker keeps bytes that an act asked for",
    "cpia.atti.services.numeri.prossimo_numero": "part of the act that takes the number",
    "cpia.atti.services.registro.sigilla": "the scheduler",
    "cpia.avvisi.services.doveri.allinea_scrivanie": "the scheduler",
    "cpia.avvisi.services.lavori.avanza": "the worker",
    "cpia.avvisi.services.lavori.comincia": "the worker",
    "cpia.avvisi.services.lavori.concludi": "the worker",
    "cpia.avvisi.services.lavori.riaccoda_persi": "the scheduler",
    "cpia.avvisi.services.consegna.consegna_prossimo": "the scheduler",
    "cpia.avvisi.services.uscita.metti_in_uscita": "part of the act that tells people",
    "cpia.avvisi.services.uscita.mostra_nel_portale": "part of the act that tells people",
    "cpia.avvisi.services.calendario.leggi_calendario": "a program, by the secret of its owner",
    "cpia.avvisi.services.uscita.ritira_dall_uscita": "part of the act that takes it back",
    "cpia.avvisi.services.riepilogo.manda_riepilogo": "the scheduler",
    "cpia.avvisi.services.scadenze.apri_scadenze": "part of the act that opens what is due",
    "cpia.avvisi.services.scadenze.chiudi_scadenze": "part of the act that does what was due",
    "cpia.avvisi.services.scadenze.riapri_scadenze": "part of the act that reopens it",
    "cpia.avvisi.circolari.services.allineamento.allinea_destinatari": "the scheduler",
    "cpia.avvisi.circolari.services.stampe.stampa_circolare": "the worker prints what was asked",
    "cpia.norme.services.carica_profilo": "set-up, before anybody has a login",
    "organi_collegiali.services.convocazione.ordine_iniziale.componi_ordine": "part of an act",
    "organi_collegiali.services.verbali.anomalie.segna_anomalie": "part of the act",
    "organi_collegiali.services.verbali.stampe_verbali.assegna_pagine": "the worker",
    "organi_collegiali.services.verbali.stampe_verbali.stampa_verbale": "the worker",
    "organi_collegiali.services.delibere.estratti.stampa_estratto": "the worker",
    "patto_formativo.services.frequenza.carte.stampa_carta": "the worker",
    "patto_formativo.services.iscrizioni.foglio.foglio_per_chi_segue": "who has the receipt",
    "organi_collegiali.services.delibere.frasi.conta_frasi": "part of the act",
    "organi_collegiali.services.delibere.frasi.semina_frasario": "the first phrases",
    "organi_collegiali.services.promemoria.pianifica": "the scheduler",
    "organi_collegiali.services.numeri.prendi_numero": "part of the act that takes the number",
    "organi_collegiali.services.invio.stampe_avvisi.stampa_avviso": "the worker prints",
    "competenze.services.quadri.carica_quadro": "set-up, before anybody has a login",
    "competenze.services.stampe.stampa_certificato": "the worker prints what an act asked for",
    "competenze.services.stampe.stampa_classe": "the worker prints what an act asked for",
    "competenze.services.stampe.stampa_tabellone": "the worker prints what an act asked for",
    "patto_formativo.services.promemoria.pianifica": "the scheduler",
    "patto_formativo.services.dossier.stampe.stampa_certificato": "the worker prints",
    "patto_formativo.services.patti.stampa.stampa_patti": "the worker prints",
    "bonus_merito.services.criteri.carta.stampa_criteri": "the worker prints",
    "selezioni_pon.services.avvisi.carta.stampa_avviso": "the worker prints",
    "selezioni_pon.services.graduatorie.stampe.stampa_carta": "the worker prints",
    "selezioni_pon.services.commissione.stampe.stampa_nomina": "the worker",
    "selezioni_pon.services.candidature.carta.stampa_candidatura": "the worker prints",
    "selezioni_pon.services.esterni.conferma.conferma_registrazione": "who has the link",
    "selezioni_pon.services.esterni.richiesta.chiedi_registrazione": "anybody, without a login",
    "selezioni_pon.services.esterni.ruolo.prolunga_ruoli": "the scheduler",
    "selezioni_pon.services.conservazione.bozze.elimina_bozze_scadute": "the scheduler",
    "selezioni_pon.services.conservazione.infanzia.elimina_iscrizioni_scadute": "the scheduler",
    "selezioni_pon.services.esterni.spazzata.spazza_registrazioni": "the scheduler",
    "selezioni_pon.services.funzioni.carta.stampa_lettera": "the worker prints",
    "selezioni_pon.services.infanzia.carta.stampa_elenco": "the worker prints",
    "selezioni_pon.services.incarichi.stampe.stampa_incarico": "the worker prints",
    "selezioni_pon.services.promemoria.pianifica": "the scheduler",
    "organi_collegiali.services.urna.urna.prepara_urna": "a step of the act that opens a vote",
}
# Acts that need no hour, and why.
SENZA_ORA = {
    "cpia.scuola.services.importazioni.file.correggi_colonne": "a draft: nothing is written yet",
    "patto_formativo.services.iscrizioni.anno.anno_da_aprire": "part of the act that writes in it",
}
# Acts of one statement, which are within the transaction of who calls them.
SENZA_TRANSAZIONE = {
    "cpia.atti.services.registro.annota": "one INSERT, part of the act it tells of",
    "cpia.atti.services.registro.annota_molte": "one INSERT, part of the act it tells of",
}


def moduli(cartella: Path, *nomi: str) -> Iterator[tuple[str, ast.Module]]:
    """The modules of these names (a file or a package) of an app: dotted name and tree."""
    for nome in nomi:
        percorsi = [*cartella.glob(f"{nome}.py"), *(cartella / nome).rglob("*.py")]
        percorsi += [p for p in cartella.rglob(f"{nome}.py") if p.parent != cartella]
        percorsi += [
            p for p in cartella.rglob(f"{nome}/**/*.py") if p.parents[0] != cartella / nome
        ]
        for percorso in sorted(set(percorsi)):
            puntato = ".".join(percorso.relative_to(RADICE).with_suffix("").parts)
            yield puntato.removesuffix(".__init__"), ast.parse(percorso.read_text())


def di_ogni_app(*nomi: str) -> dict[str, ast.Module]:
    return {nome: albero for app in APP for nome, albero in moduli(Path(app.path), *nomi)}


def tutti() -> dict[Path, ast.Module]:
    """Every source of the apps."""
    return {
        percorso: ast.parse(percorso.read_text())
        for app in APP
        for percorso in Path(app.path).rglob("*.py")
    }


def importati(albero: ast.Module) -> set[str]:
    nomi = set()
    for nodo in ast.walk(albero):
        if isinstance(nodo, ast.Import):
            nomi |= {alias.name for alias in nodo.names}
        elif isinstance(nodo, ast.ImportFrom):
            nomi |= {f"{nodo.module}.{alias.name}" for alias in nodo.names}
    return nomi


def funzioni(albero: ast.Module) -> Iterator[ast.FunctionDef]:
    """The public functions at the top of a module."""
    for nodo in albero.body:
        if isinstance(nodo, ast.FunctionDef) and not nodo.name.startswith("_"):
            yield nodo


def decorata(funzione: ast.FunctionDef, nome: str) -> bool:
    return any(nome in ast.unparse(decoratore) for decoratore in funzione.decorator_list)


def test_the_apps_are_found():
    assert {app.label for app in APP} >= {"scuola", "norme", "atti", "avvisi", "portale"}
    assert len(di_ogni_app("views")) >= 5
    assert len(di_ogni_app("services")) >= 15
    assert len(di_ogni_app("rules")) >= 20


# Layers


def test_views_do_not_query():
    """The edge reads through ``queries`` and ``access``."""
    colpevoli = [
        f"{nome}:{nodo.lineno}"
        for nome, albero in di_ogni_app("views", "urls", "forms", "admin").items()
        for nodo in ast.walk(albero)
        if isinstance(nodo, ast.Attribute) and nodo.attr in {"objects", "_default_manager"}
    ]
    assert colpevoli == []


def test_an_app_speaks_to_another_through_its_doors():
    """Acts, reads, tables and words: rules, access and screens are of the app alone."""
    apps = {
        "competenze", "organi_collegiali", "patto_formativo", "bonus_merito", "selezioni_pon",
        "disciplina",
    }  # fmt: skip
    porte = {"services", "queries", "models", "enums"}
    sbagliati = {
        (str(percorso), nome)
        for percorso, albero in tutti().items()
        if (mia := percorso.relative_to(RADICE).parts[0]) in apps
        for nome in importati(albero)
        if (altrui := nome.split("."))[0] in apps - {mia} and altrui[1:2] and altrui[1] not in porte
    }
    assert sbagliati == set()


def test_rules_know_nothing_of_rows():
    proibiti = ("django", "celery", "psycopg2", "redis")
    colpevoli = {
        nome: fuori
        for nome, albero in di_ogni_app("rules").items()
        if (
            fuori := sorted(
                importato
                for importato in importati(albero)
                if importato.split(".")[0] in proibiti
                or {"models", "queries", "services", "access"} & set(importato.split("."))
            )
        )
    }
    assert colpevoli == {}


def test_rules_read_no_clock():
    """They are told the day."""
    chiamate = re.compile(r"\b(date\.today|datetime\.now|datetime\.utcnow|time\.time)\(")
    colpevoli = [
        nome
        for nome, albero in di_ogni_app("rules").items()
        if chiamate.search(ast.unparse(albero))
    ]
    assert colpevoli == []


def test_services_read_no_clock():
    """They are given ``adesso``; only a worker's step, which nobody asked for now, reads it."""
    chiamate = re.compile(r"\b(orologio\.(adesso|oggi)|timezone\.now|datetime\.now|date\.today)\(")
    colpevoli = [
        nome
        for nome, albero in di_ogni_app("services").items()
        if chiamate.search(ast.unparse(albero))
    ]
    assert colpevoli == []


def test_no_logic_hides_in_models_and_signals():
    colpevoli = []
    for percorso, albero in tutti().items():
        for nodo in ast.walk(albero):
            if isinstance(nodo, ast.ClassDef):
                colpevoli += [
                    f"{percorso}:{metodo.lineno}"
                    for metodo in nodo.body
                    if isinstance(metodo, ast.FunctionDef)
                    and metodo.name in {"save", "delete", "bulk_create"}
                    and any("Model" in ast.unparse(b) or "DiIstituto" in ast.unparse(b)
                            for b in nodo.bases)
                ]  # fmt: skip
        colpevoli += [
            f"{percorso}: {importato}"
            for importato in importati(albero)
            if importato.startswith(("django.dispatch", "django.db.models.signals"))
        ]
    assert colpevoli == []


def test_pages_are_not_streamed():
    """What is produced after the view has returned is outside its transaction: it sees no rows."""
    colpevoli = [
        percorso.name
        for percorso, albero in tutti().items()
        if any("StreamingHttpResponse" in importato for importato in importati(albero))
    ]
    assert colpevoli == []


def test_nobody_sets_the_institute_for_a_whole_connection():
    """Only for the length of a transaction: a pooled connection goes on to somebody else."""
    colpevoli = [
        percorso.name
        for percorso in tutti()
        if re.search(r"\bSET\s+(SESSION\s+)?app\.|set_config\([^)]*false", percorso.read_text())
    ]
    assert colpevoli == []


# Services


def atti() -> Iterator[tuple[str, ast.FunctionDef]]:
    """The acts: public functions of services that are atomic, or that name their author."""
    for modulo, albero in di_ogni_app("services").items():
        for funzione in funzioni(albero):
            nominati = {argomento.arg for argomento in funzione.args.kwonlyargs}
            if decorata(funzione, "atomic") or "autore" in nominati:
                yield f"{modulo}.{funzione.name}", funzione


def _senza(argomento: str) -> set[str]:
    return {nome for nome, atto in atti() if argomento not in {a.arg for a in atto.args.kwonlyargs}}


def test_every_act_is_whole_or_nothing():
    aperti = {nome for nome, atto in atti() if not decorata(atto, "atomic")}
    assert aperti == set(SENZA_TRANSAZIONE)


def test_every_act_has_an_author_or_says_why_not():
    assert _senza("autore") == set(SENZA_AUTORE)


def test_every_act_of_a_person_has_an_hour():
    assert _senza("adesso") - set(SENZA_AUTORE) == set(SENZA_ORA)


def test_every_act_says_what_it_does():
    assert [nome for nome, atto in atti() if not ast.get_docstring(atto)] == []


def test_views_write_only_through_acts():
    colpevoli = [
        f"{nome}:{nodo.lineno} {nodo.func.attr}"
        for nome, albero in di_ogni_app("views").items()
        for nodo in ast.walk(albero)
        if isinstance(nodo, ast.Call)
        and isinstance(nodo.func, ast.Attribute)
        and nodo.func.attr in SCRITTURE - {"update"}
    ]
    assert colpevoli == []


def _chiamate(nome: str) -> Iterator[tuple[str, ast.Call]]:
    for percorso, albero in tutti().items():
        modulo = ".".join(percorso.relative_to(RADICE).with_suffix("").parts)
        for nodo in ast.walk(albero):
            if isinstance(nodo, ast.Call) and ast.unparse(nodo.func).split(".")[-1] == nome:
                yield modulo.removesuffix(".__init__"), nodo


def test_every_job_that_is_asked_for_exists():
    """``accoda`` takes the name of a task: each name given in the sources is a registered one."""
    celery.loader.import_default_modules()
    chiesti = set()
    for modulo, chiamata in _chiamate("accoda"):
        [nome] = [ast.unparse(k.value) for k in chiamata.keywords if k.arg == "task"]
        spazio = vars(importlib.import_module(modulo))
        chiesti.add(eval(nome, dict(spazio)))
    assert len(chiesti) >= 2
    assert chiesti <= set(celery.tasks)


def test_every_job_of_the_scheduler_exists():
    celery.loader.import_default_modules()
    assert {voce["task"] for voce in settings.CELERY_BEAT_SCHEDULE.values()} <= set(celery.tasks)


def test_jobs_take_ids():
    """Names, codici fiscali and texts stay out of the broker."""
    celery.loader.import_default_modules()
    for nome, task in celery.tasks.items():
        if not nome.startswith("celery."):
            argomenti = task.run.__annotations__
            assert {t for n, t in argomenti.items() if n != "return"} <= {int}, nome


# Templates

TEMPLATE = sorted(p for p in (RADICE / "templates").rglob("*.html") if "pdf" not in p.parts)
BASI = {"base.html", "500.html"}  # the latter when nothing else may work


def colpevoli_nei_template(cerca: re.Pattern[str]) -> list[str]:
    return [
        f"{percorso.relative_to(RADICE)}:{numero}"
        for percorso in TEMPLATE
        for numero, riga in enumerate(percorso.read_text().splitlines(), 1)
        if cerca.search(riga)
    ]


def test_only_the_base_opens_a_page():
    assert len(TEMPLATE) > 50
    interi = {
        p.name for p in TEMPLATE if re.search(r"<html|<!doctype", p.read_text(), re.IGNORECASE)
    }
    assert interi == BASI


def test_a_form_tells_its_errors_once():
    """``form|crispy`` prints their summary by itself: with another, two ids are the same."""
    sommario = re.compile(r'{% include "componenti/errori\.html"(?: with form=(\w+))? %}')
    doppi = [
        str(percorso.relative_to(RADICE))
        for percorso in TEMPLATE
        for modulo in {trovato[1] or "form" for trovato in sommario.finditer(percorso.read_text())}
        if f"{{% csrf_token %}}{{{{ {modulo}|crispy }}}}" in percorso.read_text()
        or re.search(rf"^\s*{{{{ {modulo}\|crispy }}}}", percorso.read_text(), re.MULTILINE)
    ]
    assert doppi == []


def test_no_style_or_script_is_written_in_a_page():
    """The policy of the browser would refuse it."""
    assert colpevoli_nei_template(re.compile(r"<[^>]*\s(style|on[a-z]+)\s*=", re.IGNORECASE)) == []
    assert (
        colpevoli_nei_template(re.compile(r"hx-on|=.javascript:|hx-vals=.js:", re.IGNORECASE)) == []
    )
    assert colpevoli_nei_template(re.compile(r"<style\b", re.IGNORECASE)) == []
    script = re.compile(
        r"<script(?![^>]*type=\"application/json\")(?![^>]*src=[^>]*nonce=)", re.IGNORECASE
    )
    assert colpevoli_nei_template(script) == []


def test_nothing_is_declared_safe_without_its_reason():
    colpevoli = colpevoli_nei_template(re.compile(r"\|\s*safe\b|autoescape off(?!.*\{#)"))
    assert [riga for riga in colpevoli if "{#" not in _riga(riga)] == []


def test_nothing_is_marked_safe_without_its_reason():
    colpevoli = []
    for percorso, albero in tutti().items():
        righe = percorso.read_text().splitlines()
        for nodo in ast.walk(albero):
            if isinstance(nodo, ast.Call) and ast.unparse(nodo.func).endswith("mark_safe"):
                intorno = righe[max(nodo.lineno - 3, 0) : nodo.lineno]
                if not any("#" in riga for riga in intorno):
                    colpevoli.append(f"{percorso.name}:{nodo.lineno}")
    assert colpevoli == []


def _riga(dove: str) -> str:
    nome, _, numero = dove.partition(":")
    return (RADICE / nome).read_text().splitlines()[int(numero) - 1]


def test_every_form_that_posts_carries_its_token():
    colpevoli = []
    for percorso in TEMPLATE:
        for modulo in re.findall(
            r"<form\b.*?</form>", percorso.read_text(), re.DOTALL | re.IGNORECASE
        ):
            apertura = modulo[: modulo.index(">")]
            if re.search(r"method=.post", apertura, re.IGNORECASE) and "csrf_token" not in modulo:
                colpevoli.append(str(percorso.relative_to(RADICE)))
    assert colpevoli == []


# Files


def tracciati() -> list[Path]:
    elenco = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=RADICE, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [RADICE / nome for nome in elenco.stdout.split("\0") if nome]


def test_no_file_names_the_host_of_a_registry():
    """Packages are asked of whatever registry the machine is set up for."""
    ospiti = [b"pypi" + b".org", b"python" + b"hosted", b"npmjs" + b".org", b"crates" + b".io"]
    ospiti += [b"proxy.golang" + b".org", b"docker" + b".io", b"ghcr" + b".io", b"index" + b"-url"]
    colpevoli = [
        str(percorso.relative_to(RADICE))
        for percorso in tracciati()
        if percorso.is_file() and any(ospite in percorso.read_bytes() for ospite in ospiti)
    ]
    assert colpevoli == []


@pytest.mark.parametrize("app", APP, ids=lambda app: app.label)
def test_migrations_import_no_application_code(app):
    """What a model or a rule is today says nothing of what it was then."""
    colpevoli = {
        percorso.name: fuori
        for percorso in (Path(app.path) / "migrations").glob("0*.py")
        if (
            fuori := sorted(
                importato
                for importato in importati(ast.parse(percorso.read_text()))
                if not importato.startswith(("django.", "cpia.scuola.rls.", "datetime", "uuid"))
            )
        )
    }
    assert colpevoli == {}


# Retention


def conservazione() -> dict[str, Termine]:
    termini: dict[str, Termine] = {}
    for app in APP:
        if (Path(app.path) / "conservazione.py").exists():
            termini |= importlib.import_module(f"{app.name}.conservazione").TERMINI
    return termini


def test_every_model_of_an_institute_says_how_long_it_is_kept():
    assert set(conservazione()) == {modello._meta.label for modello in MODELLI}


def test_every_app_speaks_of_its_own_models():
    for app in APP:
        if (Path(app.path) / "conservazione.py").exists():
            termini = importlib.import_module(f"{app.name}.conservazione").TERMINI
            assert {etichetta.split(".")[0] for etichetta in termini} == {app.label}


def test_every_term_is_complete():
    termini = conservazione()
    for etichetta, termine in termini.items():
        assert termine.fonte, etichetta
        if termine.poi is Poi.SEGUE:
            assert termine.da in termini, etichetta
        elif termine.mesi is None:
            assert termine.poi is Poi.RESTA, etichetta
            assert not termine.parametro, etichetta
        else:
            assert termine.mesi > 0, etichetta
            assert termine.da, etichetta
