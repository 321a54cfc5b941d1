s|kind="mta"|kind=mta|
