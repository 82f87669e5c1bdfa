"""Why a level is that one: the single teachers' levels, the sum, the rules, what if."""

import re
from dataclasses import dataclass
from datetime import date

from competenze.enums import Livello, OrigineLivello
from competenze.models import ClasseRilevata, Inserimento, Valutazione
from competenze.queries.classe import Colonna
from competenze.queries.quadro.caricamento import ClasseDelQuadro
from competenze.queries.quadro.conteggi import Chiave
from competenze.queries.quadro.pagina import Situazione, situazione
from competenze.queries.quadro.risultati import Risultato
from competenze.queries.quadro.tabella import indirizzo, lettere
from competenze.rules.italiano import decimale, quanti
from competenze.rules.media import LIVELLI, Criteri
from competenze.rules.prove import prove
from competenze.rules.spiegazione import VERSO, a_meta, conto, perche
from cpia.norme.rules.motivi import Motivo

DI = re.compile(r"([0-9]{1,15})-([0-9]{1,15})-([a-z0-9_-]{0,40})")
VERSO_DI_CHI = {"in_su": ", a favore dello studente", "in_giu": ""}


@dataclass(frozen=True, slots=True)
class VoceDocente:
    """What one subject says of the student: a level, «nv» with its reason, or nothing yet."""

    inserimento_id: int
    disciplina: str
    docenti: str
    livello: Livello | None
    motivo: str

    @property
    def manca(self) -> bool:
        return self.livello is None


@dataclass(frozen=True, slots=True)
class Spiegazione:
    """Everything that the drawer of one cell shows, in its order."""

    rilevata: ClasseRilevata
    risultato: Risultato
    livello: Livello | None
    risposta: str
    voci: tuple[VoceDocente, ...]
    conto: tuple[str, ...]
    regole: tuple[Motivo, ...]
    prove: tuple[str, ...]
    scelte: tuple[Livello, ...]
    criteri: Criteri

    @property
    def chiave(self) -> Chiave:
        return (self.risultato.iscrizione.pk, *self.risultato.colonna.chiave)

    @property
    def di(self) -> str:
        return indirizzo(self.risultato)


def leggi_chiave(rilevata: ClasseRilevata, di: str) -> Chiave | None:
    """The cell that an address names, ``iscrizione-competenza-lingua``, or None.

    One query where there is a language: addresses carry it in plain letters.
    """
    letta = DI.fullmatch(di)
    if letta is None:
        return None
    iscrizione, competenza, scritta = int(letta[1]), int(letta[2]), letta[3]
    if not scritta:
        return iscrizione, competenza, ""
    lingue = Inserimento.objects.filter(
        istituto_id=rilevata.istituto_id, classe_rilevata=rilevata
    ).values_list("cattedra__disciplina__lingua", flat=True)
    lingua = next((lingua for lingua in lingue if lettere(lingua) == scritta), None)
    return (iscrizione, competenza, lingua) if lingua else None


def spiegazione(rilevata: ClasseRilevata, oggi: date, chiave: Chiave) -> Spiegazione | None:
    """Why the level of a cell is that one, or None when the class has no such cell."""
    letta = situazione(rilevata, oggi)
    risultato = letta.risultati.get(chiave)
    return _spiegazione(letta, risultato) if risultato else None


def _spiegazione(letta: Situazione, risultato: Risultato) -> Spiegazione:
    criteri = letta.regole.criteri
    voci = _voci(letta.classe, risultato)
    livelli = [voce.livello for voce in voci if voce.livello]
    mancanti = [voce.disciplina for voce in voci if voce.manca]
    return Spiegazione(
        rilevata=letta.classe.rilevata,
        risultato=risultato,
        livello=risultato.valido.livello,
        risposta=_risposta(risultato, criteri),
        voci=voci,
        conto=conto(livelli, criteri),
        regole=perche(risultato.riepilogo, criteri),
        prove=tuple(
            prova.testo
            for prova in prove(risultato.riepilogo, mancanti, criteri)
            if (prova.media, prova.livello) != (risultato.riepilogo.media, risultato.dalla_media)
        ),
        scelte=tuple(LIVELLI.values()),
        criteri=criteri,
    )


def _voci(classe: ClasseDelQuadro, risultato: Risultato) -> tuple[VoceDocente, ...]:
    """Each subject that assesses the cell, those that have first. One query."""
    inserimenti = [i for i in classe.inserimenti if _valuta(classe, i, risultato)]
    registrate = {
        valutazione.inserimento_id: valutazione
        for valutazione in Valutazione.objects.filter(
            istituto_id=classe.rilevata.istituto_id,
            inserimento__in=[inserimento.pk for inserimento in inserimenti],
            iscrizione=risultato.iscrizione,
            competenza=risultato.colonna.competenza,
        ).exclude(livello="")
    }
    voci = [_voce(classe, i, registrate.get(i.pk)) for i in inserimenti]
    return tuple(sorted(voci, key=lambda voce: voce.manca))


def _valuta(classe: ClasseDelQuadro, inserimento: Inserimento, risultato: Risultato) -> bool:
    colonna: Colonna = risultato.colonna
    return colonna in classe.colonne_di(inserimento) and risultato.iscrizione in (
        classe.studenti_di(inserimento)
    )


def _voce(
    classe: ClasseDelQuadro, inserimento: Inserimento, valutazione: Valutazione | None
) -> VoceDocente:
    return VoceDocente(
        inserimento_id=inserimento.pk,
        disciplina=inserimento.cattedra.disciplina.nome,
        docenti=classe.docenti_di(inserimento),
        livello=Livello(valutazione.livello) if valutazione else None,
        motivo=valutazione.motivo if valutazione else "",
    )


def _risposta(risultato: Risultato, criteri: Criteri) -> str:
    """The answer in one sentence, after the level: who set it, out of which mean."""
    dove = _dove(risultato.colonna)
    match risultato.valido.origine:
        case OrigineLivello.CONSIGLIO:
            return f"{dove}: lo ha deliberato il consiglio di classe; {_media(risultato)}."
        case OrigineLivello.DECISIONE:
            chi = risultato.decisione.autore.iniziale_e_cognome if risultato.decisione else ""
            return f"{dove}: lo ha deciso {chi}; {_media(risultato)}."
        case _:
            return f"{dove}: {_media(risultato)}{_mezzo(risultato, criteri)}."


def _media(risultato: Risultato) -> str:
    riepilogo = risultato.riepilogo
    if riepilogo.media is None and riepilogo.non_valutate:
        return "nessun docente ha potuto valutare"
    if riepilogo.media is None:
        return "nessun docente ha ancora valutato"
    di = quanti(riepilogo.numero, "valutazione", "valutazioni")
    return f"la media di {di} è {decimale(riepilogo.media)}"


def _mezzo(risultato: Risultato, criteri: Criteri) -> str:
    if not a_meta(risultato.riepilogo) or risultato.dalla_media is None:
        return ""
    mezzo = criteri.mezzo.valore
    return f", e {VERSO[mezzo]}{VERSO_DI_CHI[mezzo]}"


def _dove(colonna: Colonna) -> str:
    """``nella competenza multilinguistica (inglese)``."""
    nome = colonna.competenza.nome
    lingua = f" ({colonna.lingua})" if colonna.lingua else ""
    return f"nella {nome[:1].lower()}{nome[1:]}{lingua}"
