"""The passage itself: one transaction, run again it does only what is new."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from cpia.scuola import registri
from cpia.scuola.access import Contesto
from cpia.scuola.anno.errori import PassaggioRifiutato
from cpia.scuola.anno.queries.lettura import Lettura, leggi
from cpia.scuola.anno.rules.esiti import Riga, Stato
from cpia.scuola.anno.services.blocco import blocca
from cpia.scuola.anno.services.copiatura import copia
from cpia.scuola.incarichi.services.comuni import uno_alla_volta
from cpia.scuola.models import AnnoScolastico, EsitoAnno, Iscrizione, Passaggio


@dataclass(frozen=True, slots=True)
class Compiuto:
    """What the passage has written."""

    studenti: int
    iscritti: int
    copie: int

    @property
    def nulla(self) -> bool:
        return not (self.studenti or self.copie)


@transaction.atomic
def compi_passaggio(*, autore: Contesto, adesso: datetime, anno: AnnoScolastico) -> Compiuto:
    """Pass the students who have an outcome, copy what was asked for; nothing is deleted.

    Who goes on is enrolled from 1 September, the enrolment of this year ends on 31 August or on
    the last day of who leaves (D.Lgs. 297/1994 art. 74). Rows with a problem and students to be
    decided stay as they are. The number of statements does not depend on how many they are, but
    for the line of the register that each role copied has. Acts on roles wait meanwhile.
    Raises PassaggioRifiutato when the next year has no classes yet.
    """
    passaggio = blocca(autore, anno)
    uno_alla_volta(autore)
    letto = leggi(anno)
    if not letto.nuove:
        raise PassaggioRifiutato(
            [f"Il {letto.nuovo.detto} non ha ancora classi: si comincia dal primo passo."]
        )
    da_fare = [riga for riga in letto.righe() if riga.stato == Stato.NUOVO]
    iscritti = _iscrivi(autore, letto, da_fare)
    _chiudi(autore, letto, da_fare)
    _segna(autore, adesso, da_fare)
    copie = copia(autore, adesso, letto, [riga.studente.persona_id for riga in da_fare])
    compiuto = Compiuto(len(da_fare), iscritti, sum(copie.values()))
    if not compiuto.nulla:
        _ricorda(autore, adesso, passaggio, compiuto, copie)
    return compiuto


def _iscrivi(autore: Contesto, letto: Lettura, righe: Sequence[Riga]) -> int:
    nuove = Iscrizione.objects.bulk_create(
        [
            Iscrizione(
                istituto=autore.istituto,
                persona_id=riga.studente.persona_id,
                classe_id=riga.classe.id,
                dal=letto.dal,
            )
            for riga in righe
            if riga.iscrive and riga.classe
        ],
        batch_size=5000,
    )
    return len(nuove)


def _chiudi(autore: Contesto, letto: Lettura, righe: Sequence[Riga]) -> None:
    """End the enrolments of the old year: those of the last day at once, the others after."""
    fine = letto.fine
    sue = Iscrizione.objects.filter(istituto=autore.istituto)
    ordinarie = [r.studente.iscrizione_id for r in righe if r.chiude_al == fine != r.studente.al]
    sue.filter(pk__in=ordinarie).update(al=fine)
    prima = {r.studente.iscrizione_id: r.chiude_al for r in righe if r.chiude_al != fine}
    chiuse = list(sue.filter(pk__in=prima))
    for iscrizione in chiuse:
        iscrizione.al = prima[iscrizione.pk]
    Iscrizione.objects.bulk_update(chiuse, ["al"], batch_size=5000)


def _segna(autore: Contesto, adesso: datetime, righe: Sequence[Riga]) -> None:
    """Remember that each was passed, and into which class."""
    EsitoAnno.objects.bulk_create(
        [
            EsitoAnno(
                istituto=autore.istituto,
                iscrizione_id=riga.studente.iscrizione_id,
                esito=riga.studente.esito,
                classe_di_arrivo_id=riga.classe.id if riga.classe else None,
                passato_il=adesso,
            )
            for riga in righe
        ],
        update_conflicts=True,
        unique_fields=["iscrizione"],
        update_fields=["classe_di_arrivo", "passato_il"],
        batch_size=5000,
    )


def _ricorda(
    autore: Contesto,
    adesso: datetime,
    passaggio: Passaggio,
    compiuto: Compiuto,
    copie: dict[str, int],
) -> None:
    passaggio.compiuto_il = adesso
    passaggio.save(update_fields=["compiuto_il"])
    registri.annota(
        autore=autore,
        adesso=adesso,
        azione="compie passaggio d’anno",
        oggetto=passaggio,
        dati={"studenti": compiuto.studenti, "iscritti": compiuto.iscritti, "copie": copie},
    )
