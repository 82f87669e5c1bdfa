"""Two institutes that are twins in everything: classes, papers, jobs, and the same cast.

Class A has the teacher and the coordinator of the cast, class B is of the same institute and of
nobody of them. Each object is made for both, so that one may ask for what is not one's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection
from django.test import Client

from competenze.enums import StatoClasse
from competenze.models import ClasseRilevata, Competenza, Inserimento, Rilevazione
from cpia.atti.models import Documento, Pubblicazione
from cpia.atti.services import nuovo_codice, registra_stampa
from cpia.avvisi.models import Circolare, Lavoro, Notifica, Promemoria, Scadenza
from cpia.avvisi.services import sollecita_scadenze
from cpia.norme.models import Regolamento
from cpia.scuola import tenancy
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Importazione, Incarico, Istituto, Persona, Utente
from tests.accessi.albo import albo
from tests.accessi.circolari import circolari
from tests.accessi.mondo_bonus import MondoBonus, bonus
from tests.accessi.mondo_organi import OrganoDelMondo, organi
from tests.accessi.mondo_patto import MondoPatto, patti
from tests.accessi.mondo_selezioni import MondoSelezioni, selezioni
from tests.factories.competenze import (
    ClasseRilevataFactory,
    CompetenzaFactory,
    InserimentoFactory,
    LivelloCertificatoFactory,
    QuadroCompetenzeFactory,
    RilevazioneFactory,
    ValutazioneFactory,
)
from tests.factories.patto import CpiaFactory
from tests.factories.scuola import (
    ADESSO,
    AnnoScolasticoFactory,
    CattedraFactory,
    ClasseFactory,
    CorsoFactory,
    ImportazioneFactory,
    IncaricoFactory,
    IscrizioneFactory,
    PersonaFactory,
    ResponsabilitaFactory,
    SedeFactory,
    UtenteFactory,
)

OGGI = ADESSO.date()
IERI, DOMANI = OGGI - timedelta(days=1), OGGI + timedelta(days=1)
# Offices and others without a class: name in the cast and role.
SENZA_CLASSE = {
    "dirigente": Ruolo.DIRIGENTE,
    "collaboratore": Ruolo.COLLABORATORE,
    "dsga": Ruolo.DSGA,
    "segretaria": Ruolo.SEGRETERIA_DIDATTICA,
    "segretaria_personale": Ruolo.SEGRETERIA_PERSONALE,
    "segretaria_protocollo": Ruolo.SEGRETERIA_PROTOCOLLO,
    "amministratore": Ruolo.AMMINISTRATORE,
    "studente": Ruolo.STUDENTE,
    "responsabile": Ruolo.RESPONSABILE,
    "tutor": Ruolo.TUTOR,
    "corsista": Ruolo.STUDENTE,
    "comitato": Ruolo.COMPONENTE,
    "candidato": Ruolo.CANDIDATO,
}
# Who had or will have a role: of today there is nothing left of it.
FUORI_TEMPO: dict[str, dict[str, date | datetime | None]] = {
    "fino_a_ieri": {"al": IERI},
    "da_domani": {"dal": DOMANI},
    "revocato": {"revocato_il": ADESSO - timedelta(hours=1)},
}


@dataclass(frozen=True)
class DellaClasse:
    """What hangs on one class."""

    rilevata: ClasseRilevata
    inserimento: Inserimento
    congelata: ClasseRilevata
    documento: Documento
    iscrizione: int
    scrutinato: int  # the iscrizione of the frozen class
    non_abbinata: int  # a subject of the frozen class that assesses nothing


@dataclass(frozen=True)
class Scuola:
    """One institute with its cast and its objects; ``a`` is the class of the cast."""

    istituto: Istituto
    rilevazione: Rilevazione
    bozza: Rilevazione
    competenza: Competenza
    a: DellaClasse
    b: DellaClasse
    importazione: Importazione
    cast: dict[str, Persona]
    scadenze: dict[str, Scadenza] = field(default_factory=dict)
    notifiche: dict[str, Notifica] = field(default_factory=dict)
    lavori: dict[str, Lavoro] = field(default_factory=dict)
    regolamenti: dict[str, Regolamento] = field(default_factory=dict)
    circolari: dict[str, Circolare] = field(default_factory=dict)
    albo: dict[str, Pubblicazione] = field(default_factory=dict)
    organi: dict[str, OrganoDelMondo] = field(default_factory=dict)
    patto: list[MondoPatto] = field(default_factory=list)
    premi: list[MondoBonus] = field(default_factory=list)
    bandi: list[MondoSelezioni] = field(default_factory=list)

    @property
    def patti(self) -> MondoPatto:
        """The agreements, made last."""
        return self.patto[0]

    @property
    def bonus(self) -> MondoBonus:
        """The merit bonus, made last."""
        return self.premi[0]

    @property
    def selezioni(self) -> MondoSelezioni:
        """The selections, made after it."""
        return self.bandi[0]


@dataclass(frozen=True)
class Mondo:
    """The two institutes, one login that is somebody in both, and a browser for everybody."""

    qui: Scuola
    altrove: Scuola
    in_due: Utente
    browser: dict[str, Client]

    def scuole(self) -> Iterator[Scuola]:
        yield self.qui
        yield self.altrove


def mondo() -> Mondo:
    """Make it; the two institutes differ only in their names."""
    qui, altrove = _scuola("qui"), _scuola("altrove")
    in_due = UtenteFactory(email="in-due@example.it")
    for scuola, ruolo in ((qui, Ruolo.TUTOR), (altrove, Ruolo.DIRIGENTE)):
        tenancy.imposta(istituto_id=scuola.istituto.pk)
        persona = PersonaFactory(istituto=scuola.istituto, utente=in_due, cognome="In due")
        IncaricoFactory(persona=persona, istituto=scuola.istituto, ruolo=ruolo, cattedra=None)
    browser = {"anonimo": Client(), "in_due": _entrato(in_due)}
    for scuola in (qui, altrove):
        dove = "" if scuola is qui else "altrove_"
        browser |= {f"{dove}{nome}": _entrato(p.utente) for nome, p in scuola.cast.items()}
    return Mondo(qui, altrove, in_due, browser)


def _entrato(utente: Utente | None) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(utente)  # type: ignore[arg-type]
    return client


def _scuola(nome: str) -> Scuola:
    istituto = CpiaFactory(slug=f"scuola-{nome}", denominazione_breve=f"Scuola {nome}")
    tenancy.imposta(istituto_id=istituto.pk)
    anno = AnnoScolasticoFactory(istituto=istituto)
    rilevazione = RilevazioneFactory(istituto=istituto, anno_scolastico=anno)
    bozza = RilevazioneFactory(
        istituto=istituto, anno_scolastico=anno, anno_di_corso=3, stato="bozza"
    )
    corso, sede = CorsoFactory(istituto=istituto), SedeFactory(istituto=istituto)
    competenza = CompetenzaFactory(quadro=QuadroCompetenzeFactory())
    a, b = (
        _classe(istituto, rilevazione, competenza, {"corso": corso, "sede": sede}, sezione)
        for sezione in "AB"
    )
    cast = _cast(istituto, a, b)
    return _con_avvisi(
        Scuola(istituto, rilevazione, bozza, competenza, a, b, _importazione(istituto, cast), cast)
    )


def _classe(
    istituto: Istituto,
    rilevazione: Rilevazione,
    competenza: Competenza,
    dove: dict[str, Any],
    sezione: str,
) -> DellaClasse:
    aperta, congelata = (
        ClasseRilevataFactory(
            istituto=istituto,
            rilevazione=rilevazione,
            classe=ClasseFactory(
                istituto=istituto, anno_scolastico=rilevazione.anno_scolastico, sezione=nome, **dove
            ),
        )
        for nome in (sezione, f"{sezione}X")
    )
    congelata.stato, congelata.congelata_il = StatoClasse.CONGELATA.value, ADESSO
    congelata.scrutinio_il = ADESSO - timedelta(days=1)
    congelata.save()
    scrutinato = IscrizioneFactory(istituto=istituto, classe=congelata.classe)
    LivelloCertificatoFactory(
        istituto=istituto,
        classe_rilevata=congelata,
        iscrizione=scrutinato,
        competenza=competenza,
    )
    iscrizione = IscrizioneFactory(istituto=istituto, classe=aperta.classe)
    inserimento = InserimentoFactory(istituto=istituto, classe_rilevata=aperta)
    rilevazione.abbinamenti.create(
        istituto=istituto,
        corso=aperta.classe.corso,
        disciplina=inserimento.cattedra.disciplina,
        competenza=competenza,
    )
    ValutazioneFactory(
        istituto=istituto, inserimento=inserimento, iscrizione=iscrizione, competenza=competenza
    )
    return DellaClasse(
        rilevata=aperta,
        inserimento=inserimento,
        congelata=congelata,
        documento=_documento(congelata),
        iscrizione=iscrizione.pk,
        scrutinato=scrutinato.pk,
        non_abbinata=CattedraFactory(istituto=istituto, classe=congelata.classe).disciplina_id,
    )


def _documento(rilevata: ClasseRilevata) -> Documento:
    """The sheet of the scrutinio, printed."""
    documento = Documento.objects.create(
        istituto=rilevata.istituto,
        tipo="tabellone_competenze",
        titolo=f"Tabellone della {rilevata.classe}",
        modello="tabellone@1",
        contesto={},
        codice_verifica=nuovo_codice(),
        emesso_il=ADESSO,
    )
    rilevata.tabelloni.create(istituto=rilevata.istituto, documento=documento)
    return registra_stampa(
        documento_id=documento.pk, istituto_id=documento.istituto_id, pdf=b"%PDF-1.7\n", pagine=1
    )


def _cast(istituto: Istituto, a: DellaClasse, b: DellaClasse) -> dict[str, Persona]:
    cast = {
        nome: IncaricoFactory(istituto=istituto, ruolo=ruolo, cattedra=None).persona
        for nome, ruolo in SENZA_CLASSE.items()
    }
    cast["docente"] = IncaricoFactory(istituto=istituto, cattedra=a.inserimento.cattedra).persona
    cast["docente_di_b"] = IncaricoFactory(
        istituto=istituto, cattedra=b.inserimento.cattedra
    ).persona
    for nome, classe in (("coordinatrice", a), ("coordinatore_di_b", b)):
        cast[nome] = PersonaFactory(istituto=istituto, con_accesso=True)
        for rilevata in (classe.rilevata, classe.congelata):
            _coordina(cast[nome], rilevata)
    cast["coordinatrice_sede"] = IncaricoFactory(
        istituto=istituto, ruolo=Ruolo.COORDINATORE_SEDE, cattedra=None,
        sede=SedeFactory(istituto=istituto),
    ).persona  # fmt: skip
    cast["senza_incarico"] = PersonaFactory(istituto=istituto, con_accesso=True)
    for nome, quando in FUORI_TEMPO.items():
        cast[nome] = PersonaFactory(istituto=istituto, con_accesso=True)
        IncaricoFactory(
            istituto=istituto, persona=cast[nome], cattedra=a.inserimento.cattedra, **quando
        )
        _coordina(cast[nome], a.rilevata, **quando)
        IncaricoFactory(istituto=istituto, persona=cast[nome], dirigente=True, **quando)
        IncaricoFactory(istituto=istituto, persona=cast[nome], segreteria=True, **quando)
    ResponsabilitaFactory(istituto=istituto, studente=cast["studente"], adulto=cast["responsabile"])
    IscrizioneFactory(istituto=istituto, persona=cast["studente"], classe=a.rilevata.classe)
    return cast


def _coordina(persona: Persona, rilevata: ClasseRilevata, **quando: object) -> Incarico:
    return IncaricoFactory(
        istituto=persona.istituto, persona=persona, coordinatore=True, classe=rilevata.classe,
        **quando,
    )  # fmt: skip


def _importazione(istituto: Istituto, cast: dict[str, Persona]) -> Importazione:
    return ImportazioneFactory(
        istituto=istituto,
        autore=cast["segretaria"],
        anno_scolastico=AnnoScolasticoFactory(istituto=istituto),
        righe=[[2, "Rossi", "Anna", "2A"]],
        mappa={"intestazione": ["Cognome", "Nome", "Classe"], "colonne": {}},
    )


def _con_avvisi(scuola: Scuola) -> Scuola:
    """For each of the cast something due, a notice and a job of their own."""
    _con_regolamenti(scuola)
    scuola.circolari.update(
        circolari(scuola.cast["dirigente"], scuola.a.rilevata.classe, scuola.b.rilevata.classe)
    )
    scuola.albo.update(albo(scuola.cast["segretaria"], scuola.a.documento))
    scuola.organi.update(organi(scuola.istituto, scuola.cast))
    scuola.patto.append(patti(scuola.istituto, scuola.cast))
    scuola.premi.append(bonus(scuola.istituto, scuola.cast))
    scuola.bandi.append(selezioni(scuola.istituto, scuola.cast))
    _in_ritardo(scuola)
    for nome, persona in scuola.cast.items():
        comune = {"istituto": scuola.istituto}
        promemoria = Promemoria.objects.create(
            **comune, chiave=nome, tipo="prova", riferimento=nome, destinatario=persona,
            oggetto="Oggetto", testo="Testo", indirizzo=f"/{scuola.istituto.slug}/avvisi/",
            dovuto_il=ADESSO, prossimo_tentativo_il=ADESSO,
        )  # fmt: skip
        scuola.notifiche[nome] = Notifica.objects.create(
            **comune, promemoria=promemoria, destinatario=persona, oggetto="Oggetto",
            testo="Testo", indirizzo=promemoria.indirizzo, creata_il=ADESSO,
        )  # fmt: skip
        scuola.scadenze[nome] = Scadenza.objects.create(
            **comune, chiave=nome, app="competenze", titolo="Da fare", persona=persona,
            indirizzo=promemoria.indirizzo, visibile_dal=IERI, entro_il=DOMANI,
            perche=[{"regola": "prova", "fonte": "art. 1", "testo": "Perché sì."}],
        )  # fmt: skip
        scuola.lavori[nome] = Lavoro.objects.create(
            **comune, tipo="prova", riferimento=persona.pk, titolo="Lavoro", totale=3,
            richiesto_da=persona, richiesto_il=ADESSO, aggiornato_il=ADESSO,
        )  # fmt: skip
    return scuola


def _in_ritardo(scuola: Scuola) -> None:
    """Two things of the teacher that are late; of the second the direction has reminded."""
    for nome in ("tardi", "tardi sollecitata"):
        scuola.scadenze[nome] = Scadenza.objects.create(
            istituto=scuola.istituto, chiave=nome, app="competenze", titolo="Da fare da ieri",
            persona=scuola.cast["docente"], indirizzo=f"/{scuola.istituto.slug}/avvisi/",
            visibile_dal=IERI, entro_il=IERI,
        )  # fmt: skip
    direzione = Contesto(scuola.istituto, scuola.cast["dirigente"], (), ADESSO)
    sollecita_scadenze(
        autore=direzione, adesso=ADESSO, scadenze_id=[scuola.scadenze["tardi sollecitata"].pk]
    )


def _con_regolamenti(scuola: Scuola) -> None:
    """A regulation in force and the draft of its next version."""
    vigente = Regolamento.objects.create(
        istituto=scuola.istituto, titolo="Regolamento d’istituto", dal=IERI
    )
    scuola.regolamenti["vigente"] = vigente
    scuola.regolamenti["bozza"] = Regolamento.objects.create(
        istituto=scuola.istituto, titolo=vigente.titolo, dal=DOMANI, bozza=True, sostituisce=vigente
    )


def impronta(istituto: Istituto) -> dict[str, str]:
    """What is written in each table of an institute, to see that nothing has changed."""
    tenancy.imposta(istituto_id=istituto.pk)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
            " WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'"
            " AND a.attname = 'istituto_id' ORDER BY 1"
        )
        tabelle = [nome for (nome,) in cursor.fetchall()]
        cursor.execute(
            " UNION ALL ".join(
                f"SELECT '{t}', coalesce(md5(string_agg(t::text, '|' ORDER BY id)), '') FROM {t} t"
                for t in tabelle
            )
        )
        return dict(cursor.fetchall())
