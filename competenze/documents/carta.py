"""From the rows of a frozen class to the frozen words of its papers."""

from django.utils import timezone

from competenze.documents.contesti import (
    CellaTabellone,
    ColonnaTabellone,
    ContestoCertificato,
    ContestoTabellone,
    DescrizioneLivello,
    DocenteTabellone,
    LivelloRaggiunto,
    NotaTabellone,
    RigaCompetenza,
    RigaTabellone,
    Studente,
)
from competenze.enums import Livello
from competenze.models import ClasseRilevata, Competenza, LivelloCertificato
from competenze.queries.certificati import ClasseCongelata
from competenze.rules.italiano import decimale
from cpia.atti import carta
from cpia.atti.carta import Firma
from cpia.atti.models import Protocollo
from cpia.atti.rules import etichetta_protocollo
from cpia.scuola.models import Iscrizione, Persona

MODELLO_CERTIFICATO = "certificato-dm14-2024-obbligo/1"
MODELLO_TABELLONE = "tabellone-competenze/1"
NATO_ALL_ESTERO = "EE"


def certificato(
    congelata: ClasseCongelata,
    iscrizione: Iscrizione,
    firmatario: Persona,
    protocollo: Protocollo,
    *,
    codice_verifica: str,
) -> ContestoCertificato:
    """The words of one student's certificate, on the model of DM 14/2024."""
    rilevata = congelata.classe.rilevata
    return ContestoCertificato(
        istituto=carta.intestazione(rilevata.istituto, rilevata.classe.sede),
        anno_scolastico=str(rilevata.rilevazione.anno_scolastico),
        studente=_studente(iscrizione.persona),
        classe=str(rilevata.classe),
        corso=rilevata.classe.corso.nome,
        righe=tuple(
            _riga(congelata, iscrizione, competenza) for competenza in congelata.classe.competenze
        ),
        livelli=_descrizioni(congelata),
        riga_libera=congelata.riga_libera,
        luogo=_luogo(rilevata),
        data_scrutinio=timezone.localdate(rilevata.scrutinio_il),
        firma=_firma(rilevata, firmatario),
        verifica=carta.verifica(rilevata.istituto, codice_verifica),
        altre_competenze=congelata.righe_libere.get(iscrizione.pk, ""),
        protocollo=etichetta_protocollo(
            protocollo.numero, timezone.localdate(protocollo.registrato_il)
        ).capitalize(),
    )


def tabellone(
    congelata: ClasseCongelata, firmatario: Persona | None, *, codice_verifica: str
) -> ContestoTabellone:
    """The words of the sheet of a class for the scrutinio: levels, means, reasons, teachers."""
    rilevata = congelata.classe.rilevata
    note: list[NotaTabellone] = []
    righe = tuple(
        RigaTabellone(
            numero,
            str(iscrizione.persona),
            tuple(
                _cella(congelata.livello(iscrizione, colonna), iscrizione, note)
                for colonna in congelata.colonne
            ),
        )
        for numero, iscrizione in enumerate(congelata.iscrizioni, start=1)
    )
    return ContestoTabellone(
        istituto=carta.intestazione(rilevata.istituto, rilevata.classe.sede),
        anno_scolastico=str(rilevata.rilevazione.anno_scolastico),
        classe=str(rilevata.classe),
        corso=rilevata.classe.corso.nome,
        luogo=_luogo(rilevata),
        data_scrutinio=timezone.localdate(rilevata.scrutinio_il or rilevata.congelata_il),
        colonne=tuple(
            ColonnaTabellone(colonna.competenza.nome_breve, colonna.lingua)
            for colonna in congelata.colonne
        ),
        righe=righe,
        livelli=_descrizioni(congelata),
        docenti=tuple(DocenteTabellone(nome, materie) for nome, materie in congelata.docenti),
        firma=_firma(rilevata, firmatario) if firmatario else Firma("", "", a_mezzo_stampa=False),
        verifica=carta.verifica(rilevata.istituto, codice_verifica),
        note=tuple(note),
    )


def _luogo(rilevata: ClasseRilevata) -> str:
    return rilevata.classe.sede.comune or rilevata.istituto.comune


def _studente(persona: Persona) -> Studente:
    if persona.data_nascita is None:
        raise ValueError("il certificato riporta la data di nascita: l’atto la esige prima")
    estero = persona.provincia_nascita == NATO_ALL_ESTERO
    return Studente(
        cognome=persona.cognome,
        nome=persona.nome,
        sesso=persona.sesso,
        data_nascita=persona.data_nascita,
        luogo_nascita=persona.luogo_nascita,
        provincia_nascita="" if estero else persona.provincia_nascita,
    )


def _riga(
    congelata: ClasseCongelata, iscrizione: Iscrizione, competenza: Competenza
) -> RigaCompetenza:
    return RigaCompetenza(
        numero=competenza.ordine,
        nome=competenza.nome,
        descrittore=competenza.descrittore,
        livelli=tuple(
            _raggiunto(riga)
            for colonna in congelata.colonne
            if colonna.competenza == competenza
            and (riga := congelata.livello(iscrizione, colonna)) is not None
        ),
        nota=congelata.nota_multilinguistica if competenza.per_lingua else "",
    )


def _raggiunto(riga: LivelloCertificato) -> LivelloRaggiunto:
    if riga.livello in ("", Livello.NV):
        # The reason stays among the acts: it may tell of health, and the paper goes to others.
        return LivelloRaggiunto(lingua=riga.lingua)
    livello = Livello(riga.livello)
    return LivelloRaggiunto(livello.value, livello.etichetta, riga.lingua)


def _descrizioni(congelata: ClasseCongelata) -> tuple[DescrizioneLivello, ...]:
    return tuple(
        DescrizioneLivello(riga.livello, Livello(riga.livello).etichetta, riga.testo)
        for riga in congelata.descrizioni
    )


def _firma(rilevata: ClasseRilevata, firmatario: Persona) -> Firma:
    giorno = timezone.localdate(rilevata.scrutinio_il or rilevata.congelata_il)
    return carta.firma(firmatario, giorno)


def _cella(
    riga: LivelloCertificato | None, iscrizione: Iscrizione, note: list[NotaTabellone]
) -> CellaTabellone:
    if riga is None:
        return CellaTabellone()
    media = decimale(riga.media) if riga.media is not None else ""
    return CellaTabellone(riga.livello, media, _nota(riga, iscrizione, note))


def _nota(riga: LivelloCertificato, iscrizione: Iscrizione, note: list[NotaTabellone]) -> str:
    if not riga.motivo:
        return ""
    numero = str(len(note) + 1)
    note.append(NotaTabellone(numero, f"{iscrizione.persona}: {riga.motivo}"))
    return numero
