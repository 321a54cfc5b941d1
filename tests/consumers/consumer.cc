// SPDX-License-Identifier: MIT
// consumer.cc - the same from C++11, with the library compiled as C++ or as C
#include <mailerr.h>

#include <iostream>
#include <map>
#include <string>

namespace {

std::string reason_of(const std::string &line)
{
	mailerr_verdict verdict;

	mailerr_explain(line.data(), line.size(), &verdict);
	return mailerr_id(&mailerr_reason_find(verdict.reason)->entry);
}

std::map<std::string, mailerr_reason_id> reasons()
{
	return {
#define X(symbol, number, id) { id, MAILERR_REASON_##symbol },
		MAILERR_REASON_LIST(X)
#undef X
	};
}

} // namespace

int main()
{
	std::cout << reason_of("550 5.1.1 User unknown") << '\n'
	          << reason_of("554 5.4.6 Too many hops 26") << '\n'
	          << reasons().at("mailbox-full") << '\n'
	          << mailerr_text(&mailerr_status_find(5, 1, 1)->entry,
	                 MAILERR_FIELD_TITLE, 0, "en") << '\n';
}
