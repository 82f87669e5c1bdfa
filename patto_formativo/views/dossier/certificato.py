"""The certificate of recognition: what it will do, read and ticked, then released."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from cpia.norme.errori import AttoRifiutato, Conflitto
from patto_formativo.access import dossier as access
from patto_formativo.forms.dossier import CertificatoForm
from patto_formativo.models import Corsista, Dossier
from patto_formativo.queries.crediti import conto_crediti, dossier_di
from patto_formativo.queries.crediti.certificati import certificato_di
from patto_formativo.queries.dossier import deliberano
from patto_formativo.rules.misure import in_ore
from patto_formativo.services.dossier import rilascia_certificato
from patto_formativo.views.dossier.comuni import CAMBIATO, con_versione


@require_http_methods(["GET", "POST"])
def certifica(request: HttpRequest, pk: int) -> HttpResponse:
    """Attest the credits of a person."""
    contesto = request.contesto
    corsista = access.da_certificare(contesto, pk)
    dossier = dossier_di(corsista)
    if dossier is None:
        raise Http404
    form = CertificatoForm(
        request.POST or None,
        delibere=deliberano(dossier),
        initial={"versione": dossier.versione},
    )
    stato = 200
    if request.method == "POST":
        stato = 422
        if form.is_valid():
            delibera = form.cleaned_data["delibera"]
            try:
                rilascia_certificato(
                    autore=contesto,
                    adesso=contesto.adesso,
                    dossier_id=dossier.pk,
                    versione=form.cleaned_data["versione"] or 0,
                    delibera_id=delibera.pk if delibera else None,
                    estremi=form.cleaned_data["estremi"],
                    deliberata_il=form.cleaned_data["deliberata_il"],
                )
            except Conflitto as conflitto:
                form.add_error(None, CAMBIATO)
                con_versione(request, form, conflitto)
                stato = 409
            except AttoRifiutato as rifiuto:
                form.riporta(rifiuto.violazioni)
            else:
                testo = "Certificato protocollato: la stampa è pronta fra poco."
                messages.success(request, testo)
                return redirect("patto:dossier", contesto.istituto.slug, corsista.pk)
    pagina = {"corsista": corsista, "dossier": dossier, "form": form}
    pagina |= _effetti(corsista, dossier)
    return render(request, "patto/dossier/certifica.html", pagina, status=stato)


def _effetti(corsista: Corsista, dossier: Dossier) -> dict[str, object]:
    conto, vecchio = conto_crediti(corsista), certificato_di(corsista)
    ore = in_ore(conto.riconoscimento.ore)
    effetti = [
        f"attesta {ore} di crediti, su {in_ore(conto.tetto)} al più",
        "prende il prossimo numero di protocollo, riservato, con il dossier personale",
        "i due documenti hanno impronta e codice di verifica; li legge anche chi studia",
    ]
    if vecchio is not None:
        effetti.append(f"prende il posto del certificato prot. n. {vecchio.protocollo}")
    return {"conto": conto, "effetti": effetti}
