from django.urls import path

from cpia.atti import views

urlpatterns = [
    path("verifica/", views.verifica, name="verifica"),
    path("verifica/<str:codice>/", views.verifica_codice, name="verifica_codice"),
    path("documenti/<int:pk>/", views.documento, name="documento"),
]
