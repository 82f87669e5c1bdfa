"""The tutor: given by the coordinator of the site at the end of the first meeting (fase 1)."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from cpia.atti.services.registro import annota_molte
from cpia.avvisi.services import Avviso, metti_in_uscita
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona, Responsabilita
from cpia.scuola.parole import plurale
from patto_formativo.models import Corsista
from patto_formativo.queries.accoglienza import tutor_possibili
from patto_formativo.queries.visibili import nei_giorni
from patto_formativo.rules.fonti import FASE_1
from patto_formativo.services.accoglienza.blocco import blocca_corsisti

TIPO = "patto_formativo.tutor"


@transaction.atomic
def assegna_tutor(
    *, autore: Contesto, adesso: datetime, corsisti: Collection[int], tutor_id: int
) -> int:
    """Give these persons a tutor from today; how many have a new one.

    Of the coordinator of their site and of the direction. The tutor is told how many they are,
    each adult with a login is told that there is a tutor. Raises AttoRifiutato when who is chosen
    is no tutor today, is or answers for one of the persons, or one is no longer on a path.
    """
    trovati = blocca_corsisti(autore, corsisti)
    tutor = tutor_possibili(autore.istituto, autore.oggi).filter(pk=tutor_id).first()
    if tutor is None:
        raise rifiuta("non_tutor", "Questa persona oggi non è un tutor.", FASE_1, "tutor")
    _esigi_estraneo(tutor, trovati, autore)
    nuovi = [corsista for corsista in trovati if corsista.tutor_id != tutor.pk]
    prima = {corsista.pk: corsista.tutor_id for corsista in nuovi}
    for corsista in nuovi:
        corsista.tutor, corsista.tutor_dal = tutor, autore.oggi
        corsista.save(update_fields=["tutor", "tutor_dal"])
    annota_molte(
        autore=autore,
        adesso=adesso,
        azione="assegna tutor",
        righe=[(c, {"tutor": tutor.pk, "prima": prima[c.pk]}) for c in nuovi],
    )
    _avvisa(autore, adesso, tutor, nuovi)
    return len(nuovi)


def _esigi_estraneo(tutor: Persona, corsisti: list[Corsista], autore: Contesto) -> None:
    """Nobody is tutor of oneself, or of a minor one answers for: who values would sign for both."""
    affidati = Responsabilita.objects.filter(
        nei_giorni(autore.oggi), istituto=autore.istituto, adulto=tutor,
        studente__in=[corsista.persona_id for corsista in corsisti],
    )  # fmt: skip
    propri = {tutor.pk, *affidati.values_list("studente_id", flat=True)}
    if nomi := [c.persona.nome_e_cognome for c in corsisti if c.persona_id in propri]:
        testo = f"È la stessa persona, o ne risponde: {', '.join(nomi)}. Scegli un altro tutor."
        raise rifiuta("tutor_non_estraneo", testo, "", "tutor")


def _avvisa(autore: Contesto, adesso: datetime, tutor: Persona, nuovi: list[Corsista]) -> None:
    """One notice to the tutor for the whole act, without names; one to each who has a login."""
    if not nuovi:
        return
    quanti = plurale(len(nuovi), "nuovo corsista", "nuovi corsisti")
    momento = f"{adesso:%Y%m%d%H%M%S%f}"
    slug = autore.istituto.slug
    avvisi = [
        Avviso(
            chiave=f"{TIPO}.{tutor.pk}.{momento}", tipo=TIPO, riferimento=f"tutor:{tutor.pk}",
            destinatario=tutor, oggetto=f"Hai {quanti} da seguire",
            testo=f"Ti sono stati assegnati {quanti}. Li trovi nel patto formativo.",
            indirizzo=reverse("patto:inizio", args=[slug]),
        )
    ]  # fmt: skip
    avvisi += [
        Avviso(
            chiave=f"{TIPO}.corsista.{corsista.pk}.{momento}", tipo=TIPO,
            riferimento=f"corsista:{corsista.pk}", destinatario=corsista.persona,
            oggetto="Hai un tutor",
            testo="La scuola ti ha dato un tutor. Nel portale trovi chi è e come scrivergli.",
            indirizzo=reverse("patto:mio", args=[slug]),
        )
        for corsista in nuovi
        if corsista.persona.utente_id
    ]  # fmt: skip
    metti_in_uscita(istituto_id=autore.istituto.pk, avvisi=avvisi, adesso=adesso)
