"""What may be done to the minutes in each state, and by when.

In draft they are written, in reading the members remark on them, a later sitting approves them,
president and secretary sign them, the school publishes them (`001` art. 9, `004` art. 12).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from cpia.norme.rules.motivi import Motivo, Valore, Violazione
from cpia.scuola.parole import plurale
from organi_collegiali.enums import EsitoRilievo, StatoVerbale

CM_105 = "C.M. 16 aprile 1975, n. 105, art. 1: processo verbale firmato da presidente e segretario"
IN_CHIARO = "Il verbale è {}: {}."


@dataclass(frozen=True, slots=True)
class Verbale:
    """Where the minutes of a sitting stand; ``rilievi`` are the answers given, empty if none."""

    stato: StatoVerbale
    riservato: bool = False
    storico: bool = False
    rilievi: tuple[str, ...] = ()
    rilievi_entro: datetime | None = None

    @property
    def rilievi_aperti(self) -> int:
        return self.rilievi.count("")

    @property
    def da_leggere(self) -> bool:
        """Whether the sitting that approves must read them aloud: somebody has remarked."""
        return self.stato is StatoVerbale.IN_LETTURA and bool(self.rilievi)

    @property
    def si_scrive(self) -> bool:
        """Whether the words may change: in draft, or when a remark was accepted."""
        if self.stato is StatoVerbale.BOZZA:
            return True
        return self.stato is StatoVerbale.IN_LETTURA and EsitoRilievo.ACCOLTO in self.rilievi


def verifica_scrittura(verbale: Verbale) -> list[Violazione]:
    """Whether the words of the minutes may change now."""
    if verbale.si_scrive:
        return []
    if verbale.stato is StatoVerbale.IN_LETTURA:
        perche = "il testo cambia solo dopo aver accolto un rilievo"
    else:
        perche = "il testo non cambia più"
    return [_rifiuto(verbale, "non_si_scrive", perche)]


def verifica_lettura(
    verbale: Verbale, *, senza_esito: Sequence[int], vuoti: Sequence[str]
) -> list[Violazione]:
    """Whether a draft may go to the members: every item has an outcome, the two ends are written.

    ``senza_esito`` are the items still open, ``vuoti`` the parts still to write.
    """
    if verbale.stato is not StatoVerbale.BOZZA:
        return [_rifiuto(verbale, "non_in_bozza", "è già stato mandato in lettura")]
    trovate = [Violazione("parte_vuota", f"Manca {parte}.", CM_105) for parte in vuoti]
    if senza_esito:
        punti = ", ".join(str(ordine) for ordine in senza_esito)
        trovate.append(Violazione("senza_esito", f"Manca l’esito dei punti {punti}.", CM_105))
    return trovate


def verifica_rilievo(verbale: Verbale, adesso: datetime, testo: str) -> list[Violazione]:
    """Whether a member may still remark on the minutes, in writing (`004` art. 12)."""
    if verbale.stato is not StatoVerbale.IN_LETTURA:
        return [_rifiuto(verbale, "non_in_lettura", "i rilievi si presentano mentre è in lettura")]
    if verbale.rilievi_entro and adesso > verbale.rilievi_entro:
        return [
            Violazione(
                "fuori_termine",
                "Il termine per i rilievi è passato: il verbale va alla seduta che lo approva.",
                CM_105,
            )
        ]
    if not testo.strip():
        return [Violazione("senza_testo", "Scrivi che cosa va corretto.", "", "testo")]
    return []


def verifica_decisione(
    verbale: Verbale, *, decisa: bool, esito: str, risposta: str
) -> list[Violazione]:
    """Whether a remark may be accepted or refused now; who refuses says why."""
    if verbale.stato is not StatoVerbale.IN_LETTURA:
        return [_rifiuto(verbale, "non_in_lettura", "ai rilievi si risponde mentre è in lettura")]
    if decisa:
        return [Violazione("gia_deciso", "A questo rilievo è già stata data risposta.", "")]
    if esito == EsitoRilievo.RESPINTO and not risposta.strip():
        return [
            Violazione("senza_risposta", "Chi respinge un rilievo dice perché.", "", "risposta")
        ]
    return []


def verifica_approvazione(verbale: Verbale) -> list[Violazione]:
    """Whether the vote of a sitting may approve them: in reading, every remark answered."""
    if verbale.stato is not StatoVerbale.IN_LETTURA:
        return [
            _rifiuto(verbale, "non_in_lettura", "si approva quello che i componenti hanno letto")
        ]
    if verbale.rilievi_aperti:
        quanti = plurale(verbale.rilievi_aperti, "rilievo aspetta", "rilievi aspettano")
        return [Violazione("rilievi_aperti", f"{quanti} una risposta: prima si decidono.", CM_105)]
    return []


def verifica_firma(
    verbale: Verbale, *, tocca_a_lui: bool, gia_firmato: bool, stesso_testo: bool
) -> list[Violazione]:
    """Whether this person may sign now, and exactly these words (C.M. 105/1975 art. 1)."""
    if verbale.stato is not StatoVerbale.APPROVATO:
        return [
            _rifiuto(verbale, "non_approvato", "si firma quello approvato e non ancora firmato")
        ]
    if not tocca_a_lui:
        return [
            Violazione(
                "non_tocca", "Firmano chi ha presieduto e chi ha verbalizzato la seduta.", CM_105
            )
        ]
    if gia_firmato:
        return [Violazione("gia_firmato", "La tua firma c’è già.", "")]
    if not stesso_testo:
        return [Violazione("altro_testo", "Il testo è cambiato: rileggilo, poi firma.", "")]
    return []


def verifica_pubblicazione(verbale: Verbale, *, stampato: bool) -> list[Violazione]:
    """Whether the version with omissis may go on the albo."""
    if verbale.stato is not StatoVerbale.FIRMATO:
        return [
            _rifiuto(verbale, "non_firmato", "si pubblica quello firmato e non ancora pubblicato")
        ]
    if verbale.riservato:
        return [
            Violazione(
                "riservata",
                "La seduta è riservata: all’albo non va nulla, nel registro se ne legge il numero.",
                "D.P.R. 416/1974, art. 27 c. 3",
            )
        ]
    if not stampato:
        return [Violazione("in_stampa", "Le pagine del registro sono ancora in stampa.", "")]
    return []


def termine_rilievi(prossima: datetime | None) -> tuple[datetime | None, Motivo]:
    """Until when the members may remark: the start of the next sitting, if it is convened."""
    if prossima is None:
        testo = (
            "La prossima seduta non è ancora convocata: i rilievi restano aperti fino ad allora."
        )
    else:
        quando = f"{prossima:%d/%m/%Y} alle {prossima:%H.%M}"
        testo = f"I rilievi si presentano prima della seduta successiva, {quando}."
    return prossima, Motivo("rilievi", CM_105, testo)


def giudica_deposito(messo_il: date, ultimo: date, *, anticipo: Valore[str]) -> tuple[bool, Motivo]:
    """Whether the members have the minutes as long before the next sitting as the school says."""
    in_tempo = messo_il <= ultimo
    esito = "in tempo" if in_tempo else "in ritardo"
    testo = (
        f"I componenti hanno il verbale {anticipo.valore} prima della seduta successiva, entro il "
        f"{ultimo:%d/%m/%Y}: è {esito}.{anticipo.altra_fonte}"
    )
    return in_tempo, Motivo("verbale_anticipo", anticipo.fonte, testo)


def _rifiuto(verbale: Verbale, codice: str, perche: str) -> Violazione:
    return Violazione(codice, IN_CHIARO.format(verbale.stato.etichetta, perche), CM_105)
