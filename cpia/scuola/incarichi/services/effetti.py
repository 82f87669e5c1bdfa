"""What follows when a role ends: for who stands in for it, and for who is signed in."""

from datetime import date, datetime

from django.contrib.sessions.models import Session

from cpia.scuola.access import Contesto
from cpia.scuola.incarichi.services.comuni import iso
from cpia.scuola.models import Incarico, Persona
from cpia.scuola.registri import annota


def fissa_termine(
    autore: Contesto,
    adesso: datetime,
    incarico: Incarico,
    al: date | None,
    *,
    azione: str,
    perche: dict[str, str],
) -> None:
    """Write the last day, and end no later who stands in for it."""
    prima, incarico.al = incarico.al, al
    incarico.save(update_fields=["al"])
    annota(
        autore=autore,
        adesso=adesso,
        azione=azione,
        oggetto=incarico,
        dati={
            "persona": incarico.persona_id,
            "prima": {"al": iso(prima)},
            "dopo": {"al": iso(al)},
            **perche,
        },
    )
    if al is not None:
        for sostituzione in _sostituzioni(incarico):
            _finisce_anche(autore, adesso, sostituzione, al, azione=azione, perche=perche)


def _finisce_anche(
    autore: Contesto,
    adesso: datetime,
    sostituzione: Incarico,
    al: date,
    *,
    azione: str,
    perche: dict[str, str],
) -> None:
    """A substitution goes no further than what it stands in for."""
    if sostituzione.dal > al:
        revoca_subito(autore, adesso, sostituzione, perche)
    elif sostituzione.al is None or sostituzione.al > al:
        fissa_termine(autore, adesso, sostituzione, al, azione=azione, perche=perche)


def _sostituzioni(incarico: Incarico) -> list[Incarico]:
    """Who stands in for an incarico, now or later."""
    return list(
        incarico.sostituzioni.filter(revocato_il__isnull=True)
        .select_related("persona")
        .order_by("dal", "id")
    )


def revoca_subito(
    autore: Contesto, adesso: datetime, incarico: Incarico, perche: dict[str, str]
) -> None:
    """Withdraw it now, with who stands in for it, and close the sessions of who held it."""
    incarico.revocato_il = adesso
    incarico.save(update_fields=["revocato_il"])
    annota(
        autore=autore,
        adesso=adesso,
        azione="revoca incarico",
        oggetto=incarico,
        dati={"persona": incarico.persona_id, "ruolo": incarico.ruolo, **perche},
    )
    chiudi_sessioni(autore, adesso, incarico.persona)
    for sostituzione in _sostituzioni(incarico):
        if sostituzione.al is None or sostituzione.al >= autore.oggi:
            revoca_subito(autore, adesso, sostituzione, perche)


def chiudi_sessioni(autore: Contesto, adesso: datetime, persona: Persona) -> None:
    """End the sessions of a login; who has another role enters again, and sees what is left."""
    if persona.utente_id is None:
        return
    sue = [
        sessione.pk
        for sessione in Session.objects.filter(expire_date__gt=adesso).iterator()
        if sessione.get_decoded().get("_auth_user_id") == str(persona.utente_id)
    ]
    Session.objects.filter(pk__in=sue).delete()
    if sue:
        annota(
            autore=autore,
            adesso=adesso,
            azione="chiude sessioni",
            oggetto=persona,
            dati={"sessioni": len(sue)},
        )
