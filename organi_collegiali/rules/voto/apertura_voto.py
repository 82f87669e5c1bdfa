"""Whether something may be put to the vote now, in this form."""

from collections.abc import Iterator
from dataclasses import dataclass

from cpia.norme.enums import AggiuntaOdg, FormaVoto
from cpia.norme.rules.motivi import Valore, Violazione
from organi_collegiali.enums import (
    FormaVotazione,
    GenereVotazione,
    ModoVotazione,
    NaturaPunto,
    Platea,
    TipoOrgano,
)
from organi_collegiali.rules.aula.quorum import GiudizioPresenze
from organi_collegiali.rules.aula.trattazione import NON_AMMESSO
from organi_collegiali.rules.voto.non_ammissione import verifica_non_ammissione

ART_37_4 = "D.Lgs. 297/1994, art. 37 c. 4"
CM_105 = "C.M. 16 aprile 1975, n. 105, art. 1: si delibera sugli argomenti indicati nell’avviso"
NON_SI_RIAPRE = (
    "D.Lgs. 297/1994, art. 37 c. 3: si delibera con il voto, che si cambia solo con un’altra "
    "deliberazione"
)
ALMENO = 2
UNA_ALLA_VOLTA = "si vota una proposta alla volta"
# What is decided on the sitting itself, not on the item.
SULLA_SEDUTA = (GenereVotazione.AMMISSIONE, GenereVotazione.ORDINE)
FRA_PROPOSTE = (GenereVotazione.ALTERNATIVA, GenereVotazione.BALLOTTAGGIO)
# They have a majority of their own.
SI_O_NO = {
    NaturaPunto.REGOLAMENTO: "La modifica di un regolamento si vota sì o no: ha una maggioranza "
    "sua.",
    NaturaPunto.NON_AMMISSIONE: "La non ammissione si vota sì o no: ha una regola sua.",
}
MODI = {
    FormaVotazione.PALESE: (ModoVotazione.ALZATA, ModoVotazione.NOMINALE),
    FormaVotazione.SEGRETA: (ModoVotazione.URNA, ModoVotazione.SCHEDE),
}


@dataclass(frozen=True, slots=True)
class DaVotare:
    """What somebody wants to put to the vote."""

    genere: GenereVotazione
    forma: FormaVotazione
    modo: ModoVotazione
    testo: str
    proposte: int = 0


@dataclass(frozen=True, slots=True)
class StatoDelPunto:
    """Where the item stands: ``chiuso`` once a vote on it is proclaimed or it has an outcome.

    ``in_corso`` names the vote of the sitting that is not over yet, empty if there is none.
    ``ammesso`` is false of what was asked for at the sitting until the organ admits it.
    ``organo``, ``platea`` and ``motivato`` (whether its reasons are written) matter where a pupil
    is not admitted.
    """

    natura: NaturaPunto
    su_persone: bool
    chiuso: bool
    in_corso: str = ""
    ammesso: bool = True
    organo: TipoOrgano = TipoOrgano.CONSIGLIO_CLASSE
    platea: Platea = Platea.TUTTI
    motivato: bool = False


def verifica_apertura(
    voto: DaVotare,
    punto: StatoDelPunto,
    *,
    presenze: GiudizioPresenze,
    su_persone: Valore[FormaVoto],
) -> list[Violazione]:
    """Why this cannot be put to the vote now; nothing when it can."""
    return [
        *_numero_legale(presenze),
        *_punto(voto.genere, punto),
        *verifica_forma(voto, su_persone, riguarda_persone=punto.su_persone),
        *_contenuto(voto),
    ]


def _numero_legale(presenze: GiudizioPresenze) -> Iterator[Violazione]:
    if not presenze.valida:
        ultimo = presenze.perche[-1]
        yield Violazione("numero_legale", f"Non si vota: {ultimo.testo}", ultimo.fonte)


def _punto(genere: GenereVotazione, punto: StatoDelPunto) -> Iterator[Violazione]:
    if punto.in_corso:
        yield Violazione("in_corso", f"Prima si conclude {punto.in_corso}.", UNA_ALLA_VOLTA)
    if punto.chiuso:
        yield Violazione("gia_votato", "Il punto è concluso e non si riapre.", NON_SI_RIAPRE)
    if genere not in SULLA_SEDUTA and not punto.ammesso:
        yield Violazione("non_ammesso", NON_AMMESSO, CM_105)
    if genere not in SULLA_SEDUTA and not punto.natura.si_vota:
        testo = f"Il punto è «{punto.natura.etichetta}»: qui non si vota."
        yield Violazione("senza_voto", testo, CM_105)
    if genere in FRA_PROPOSTE and punto.natura in SI_O_NO:
        yield Violazione(punto.natura, SI_O_NO[punto.natura], UNA_ALLA_VOLTA)
    if genere not in SULLA_SEDUTA and punto.natura is NaturaPunto.NON_AMMISSIONE:
        yield from verifica_non_ammissione(punto.organo, punto.platea, motivata=punto.motivato)


def verifica_forma(
    voto: DaVotare, su_persone: Valore[FormaVoto], *, riguarda_persone: bool
) -> list[Violazione]:
    """Open or secret, and how the votes are gathered.

    On persons the form is that of the school's rule, secret where it says nothing; on the rest
    the law wants the vote open (D.Lgs. 297/1994 art. 37 c. 4).
    """
    violazioni = []
    dovuta = forma_dovuta(voto.genere, su_persone, riguarda_persone=riguarda_persone)
    if dovuta and voto.forma != dovuta.valore:
        violazioni.append(Violazione("forma", _perche(dovuta), dovuta.fonte, "forma"))
    if voto.modo not in MODI[voto.forma]:
        testo = f"Il voto {voto.forma.etichetta} non si raccoglie {voto.modo.etichetta}."
        violazioni.append(Violazione("modo", testo, ART_37_4, "modo"))
    return violazioni


def forma_dovuta(
    genere: GenereVotazione, su_persone: Valore[FormaVoto], *, riguarda_persone: bool
) -> Valore[FormaVotazione] | None:
    """The form that a vote must have, with its source; None where the school may choose.

    A rule that lets votes on persons be open does not forbid the secret one that the law wants.
    """
    persone = genere not in SULLA_SEDUTA and (
        riguarda_persone or genere is GenereVotazione.ELEZIONE
    )
    if not persone:
        return Valore(FormaVotazione.PALESE, ART_37_4)
    if su_persone.valore is FormaVoto.SEGRETO:
        return Valore(FormaVotazione.SEGRETA, su_persone.fonte, su_persone.in_contrasto_con)
    return None


def _perche(dovuta: Valore[FormaVotazione]) -> str:
    if dovuta.valore is FormaVotazione.SEGRETA:
        return f"Il punto riguarda persone: il voto è segreto.{dovuta.altra_fonte}"
    return "Il voto è palese: quello segreto è solo per questioni di persone."


def _contenuto(voto: DaVotare) -> Iterator[Violazione]:
    if not voto.testo.strip():
        yield Violazione("testo", "Scrivi che cosa si vota.", "", "testo")
    if voto.genere in FRA_PROPOSTE and voto.proposte < ALMENO:
        yield Violazione("proposte", "Le proposte fra cui si sceglie sono almeno due.", "", "testo")


def verifica_momento(regola: Valore[AggiuntaOdg], *, cominciata: bool) -> list[Violazione]:
    """Where an item is added by unanimity it is asked for at the start (`004` art. 6)."""
    if regola.valore is AggiuntaOdg.UNANIMITA and cominciata:
        testo = (
            "Un punto si aggiunge solo all’inizio della seduta, prima di trattare gli altri."
            f"{regola.altra_fonte}"
        )
        return [Violazione("non_all_inizio", testo, regola.fonte)]
    return []


def verifica_richiesta(titolo: str, titolo_pubblico: str, *, su_persone: bool) -> list[Violazione]:
    """An item asked for at the sitting has a title, and one without names if it is on persons."""
    violazioni = []
    if not titolo.strip():
        violazioni.append(Violazione("titolo", "Scrivi di che cosa si tratta.", "", "titolo"))
    if su_persone and not titolo_pubblico.strip():
        testo = "Il punto riguarda persone: scrivi anche il titolo senza nomi."
        violazioni.append(Violazione("titolo_pubblico", testo, ART_37_4, "titolo_pubblico"))
    return violazioni
