# Installs the build into a scratch folder, builds the stranger's project against it, and runs what came out.
# cmake -DBUILD=<build dir> -DSOURCE=<this folder> -DEXAMPLES=<examples> -P run.cmake
set(scratch ${BUILD}/package-test)
file(REMOVE_RECURSE ${scratch})

function(must)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE err)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${ARGN}: exit status ${status}\n${out}\n${err}")
  endif()
  set(output "${out}" PARENT_SCOPE)
endfunction()

must(${CMAKE_COMMAND} --install ${BUILD} --prefix ${scratch}/prefix)
must(${CMAKE_COMMAND} -S ${SOURCE} -B ${scratch}/build -G Ninja -DCMAKE_PREFIX_PATH=${scratch}/prefix
  -DEXAMPLES=${EXAMPLES} -DCMAKE_CXX_FLAGS=${FLAGS} -DCMAKE_C_FLAGS=${FLAGS})
must(${CMAKE_COMMAND} --build ${scratch}/build)
must(${scratch}/build/remember)
if(NOT output STREQUAL "Ada has known Charles since 1833\n")
  message(FATAL_ERROR "remember printed '${output}'")
endif()
must(${scratch}/build/ask :memory: "RETURN 1 AS one")
if(NOT output MATCHES "\"one\"")
  message(FATAL_ERROR "ask printed '${output}'")
endif()
must(${scratch}/build/prepared)
if(NOT output STREQUAL "Babbage joined the Analytical Society in 1812, day -57586\n\
Herschel joined the Analytical Society in 1812, day -57586\nPeacock joined the Analytical Society in 1812, day -57586\n")
  message(FATAL_ERROR "prepared printed '${output}'")
endif()

# Nothing but the interface leaves the library.
execute_process(COMMAND nm -D --defined-only -C ${BUILD}/libdossier.so OUTPUT_VARIABLE symbols)
string(REGEX MATCHALL "[^\n]+" lines "${symbols}")
foreach(line ${lines})
  if(NOT line MATCHES "dossier(::|_)|__asan|__ubsan|__odr_asan")
    message(FATAL_ERROR "libdossier.so exports ${line}")
  endif()
endforeach()
